/** Compares an amount on both sides. */
import Big from "big.js";
import type { PerSide, Side } from "#comparison/sides.ts";

/** Amounts are decimal strings: `more` is exact, `times` is rounded to one decimal. */
export type Ratio =
  | { kind: "same" }
  | { kind: "times"; larger: Side; times: string; more: string }
  /** The smaller amount is zero, so there is no factor. */
  | { kind: "more"; larger: Side; more: string };

/** Compares two decimal strings; null unless both are known. */
export function ratioOf({ left, right }: PerSide<string | null>): Ratio | null {
  if (left === null || right === null) return null;
  const [leftValue, rightValue] = [new Big(left), new Big(right)];
  if (leftValue.eq(rightValue)) return { kind: "same" };
  const larger = leftValue.gt(rightValue) ? "left" : "right";
  const [high, low] = larger === "left" ? [leftValue, rightValue] : [rightValue, leftValue];
  const more = high.minus(low).toFixed();
  if (low.lte(0)) return { kind: "more", larger, more };
  return { kind: "times", larger, times: high.div(low).toFixed(1), more };
}
