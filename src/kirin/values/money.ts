/**
 * Amounts of money as Kirin and gateways report them, and how to sum them. Source: the observed wire facts.
 * The reference page says "Total cost in USD", but gateways also send credits, CNY, numbers, exponents, spaces
 * and commas.
 */
import Big from "big.js";
import { isDecimalString, toDecimal } from "./decimal.ts";

/** An amount in one unit. */
export interface Money {
  /** A decimal string with every reported digit, or the original text if it is not a number. */
  amount: string;
  /** `USD`, `credit`, `CNY` or any other reported unit. */
  unit: string;
}

export const USD = "USD";
/** The unit of a resource pack whose charge names no unit. */
export const PACK_UNIT = "unit";
const CREDIT = "credit";
const UNKNOWN_UNIT = "unknown unit";

/**
 * The amount in a JSON value: a plain decimal for any number notation, otherwise the original text, or null.
 */
export function readAmount(value: unknown): string | null {
  if (typeof value === "number") return toDecimal(String(value));
  if (typeof value !== "string") return null;
  return toDecimal(value) ?? (value.trim() || null);
}

/** The unit of a `currency` value. Without one the amount is in USD, by the reference page. */
export function unitOf(currency: unknown): string {
  if (currency === undefined || currency === null) return USD;
  if (typeof currency === "number") return String(currency);
  if (typeof currency !== "string") return UNKNOWN_UNIT;
  const unit = currency.trim();
  if (unit === "") return USD;
  if (/^credits?$/i.test(unit)) return CREDIT;
  return /^[a-z]{3}$/i.test(unit) ? unit.toUpperCase() : unit;
}

/** Whether an amount is a number, so that it can be summed and compared. */
export function isDecimalAmount({ amount }: Money): boolean {
  return isDecimalString(amount);
}

/**
 * Exact sums per unit: USD first, then by first appearance. Skips amounts that are not numbers; callers report
 * those for which it matters.
 */
export function sumMoney(parts: readonly Money[]): Money[] {
  const sums = new Map<string, Big>();
  for (const part of parts) {
    if (isDecimalAmount(part)) {
      sums.set(part.unit, (sums.get(part.unit) ?? new Big(0)).plus(part.amount));
    }
  }
  return [...sums]
    .map(([unit, sum]) => ({ amount: sum.toFixed(), unit }))
    .sort((one, other) => Number(other.unit === USD) - Number(one.unit === USD));
}

/** Multiplies a decimal amount exactly. */
export function multiplyMoney({ amount, unit }: Money, count: number | string): Money {
  return { amount: new Big(amount).times(count).toFixed(), unit };
}

/** Decimals of a quotient: enough for the price of a second. */
const QUOTIENT_DECIMALS = 4;

/** Divides a decimal amount, rounded to four decimals. Only for figures that say "per": sums stay exact. */
export function divideMoney({ amount, unit }: Money, by: number): Money {
  return { amount: new Big(amount).div(by).round(QUOTIENT_DECIMALS).toFixed(), unit };
}
