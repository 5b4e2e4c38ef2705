/** Money: decimal strings in, decimal strings out, every digit kept. */
import Big from "big.js";

const CENTS = 2;

/** A cost as people read it: `$0.35`, `$1.00`, and all digits where Kirin sent more than two. */
export function formatUsd(cost: string): string {
  const isNegative = cost.startsWith("-");
  const [whole = "0", fraction = ""] = (isNegative ? cost.slice(1) : cost).split(".");
  return `${isNegative ? "−" : ""}$${whole}.${fraction.padEnd(CENTS, "0")}`;
}

/** The exact sum of decimal strings. */
export function sumUsd(costs: readonly string[]): string {
  return costs.reduce((sum, cost) => sum.plus(cost), new Big(0)).toFixed();
}

/** A decimal string so many times over, exactly. */
export function timesUsd(cost: string, count: number): string {
  return new Big(cost).times(count).toFixed();
}
