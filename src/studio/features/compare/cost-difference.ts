/** How far two costs lie apart. */
import Big from "big.js";

/** Costs are decimal strings; `more` is the exact difference, `times` is rounded to one decimal. */
export type CostDifference =
  | { kind: "same" }
  | { kind: "times"; dearer: "left" | "right"; times: string; more: string }
  /** One of them was free, so that no factor can be given. */
  | { kind: "more"; dearer: "left" | "right"; more: string };

/** Compares the costs of the two sides. */
export function costDifference(left: string, right: string): CostDifference {
  const [leftCost, rightCost] = [new Big(left), new Big(right)];
  if (leftCost.eq(rightCost)) return { kind: "same" };
  const dearer = leftCost.gt(rightCost) ? "left" : "right";
  const [high, low] = dearer === "left" ? [leftCost, rightCost] : [rightCost, leftCost];
  const more = high.minus(low).toFixed();
  if (low.lte(0)) return { kind: "more", dearer, more };
  return { kind: "times", dearer, times: high.div(low).toFixed(1), more };
}
