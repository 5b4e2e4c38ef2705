/** Words for amounts of money. */

/** An amount and its unit: "1 credit", "35 credits", "2.50 CNY". */
export const amountIn = (amount: string, unit: string) => `${amount} ${nameOf(unit, amount)}`;
/** An amount that Kirin did not write as a plain number, such as "0,35". */
export const asReported = (amount: string) => `${amount} (as reported)`;
/** Amounts in different units; they have no common sum. */
export const together = (amounts: readonly string[]) => amounts.join(" + ");

const COUNTED = new Set(["credit", "unit"]);

function nameOf(unit: string, amount: string): string {
  return COUNTED.has(unit) && amount !== "1" ? `${unit}s` : unit;
}
