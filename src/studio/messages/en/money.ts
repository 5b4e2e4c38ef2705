/** Messages for amounts of money. */
import { plural } from "./common.ts";

/** An amount and its unit: "1 credit", "35 credits", "2.50 CNY". */
export const amountIn = (amount: string, unit: string) => `${amount} ${unitName(unit, amount)}`;
/** An amount that Kirin did not report as a plain number, such as "0,35". */
export const asReported = (amount: string) => `${amount} (as reported)`;
/** Joins amounts in different units, which cannot be added. */
export const together = (amounts: readonly string[]) => amounts.join(" + ");

const UNIT_NAMES: Readonly<Record<string, { one: string; other: string }>> = {
  credit: { one: "credit", other: "credits" },
  unit: { one: "unit", other: "units" },
};

/** The name of a unit, in the number that fits an amount. */
export function unitName(unit: string, amount: string): string {
  const forms = Object.hasOwn(UNIT_NAMES, unit) ? UNIT_NAMES[unit] : undefined;
  return forms === undefined ? unit : plural(Number(amount), forms);
}
