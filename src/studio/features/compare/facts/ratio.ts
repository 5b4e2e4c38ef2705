/** How many times as much one side has of something. */
import Big from "big.js";
import type { PerSide, Side } from "../side.ts";

/** Costs are decimal strings: `more` is exact, `times` is rounded to one decimal. */
export type Ratio =
  | { kind: "same" }
  | { kind: "times"; larger: Side; times: string; more: string }
  /** One of them is nothing, so that no factor can be given. */
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
