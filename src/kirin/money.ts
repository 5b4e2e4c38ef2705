/**
 * Money as Kirin and the gateways before it report it, and the one rule for adding it up. Source: the observed wire facts.
 * The reference page says "Total cost in USD"; gateways also send credits, CNY, numbers, exponents, spaces and commas.
 */
import Big from "big.js";
import { isDecimalString, toDecimal } from "./decimal.ts";

/** An amount in one unit. */
export interface Money {
  /** A decimal string with every digit that came; or, where it is no plain number, the text as it came. */
  amount: string;
  /** `USD`, `credit`, `CNY`, or whatever else came. */
  unit: string;
}

export const USD = "USD";
/** The unit of a resource pack, where a charge names no other. */
export const PACK_UNIT = "unit";
const CREDIT = "credit";
const UNKNOWN_UNIT = "unknown unit";

/** The amount in a JSON value: a plain decimal where it is a number in any notation, else the text as it came, or null. */
export function readAmount(value: unknown): string | null {
  if (typeof value === "number") return toDecimal(String(value));
  if (typeof value !== "string") return null;
  return toDecimal(value) ?? (value.trim() || null);
}

/** The unit that a `currency` names. Without one the amount is in USD, as the reference page says. */
export function unitOf(currency: unknown): string {
  if (currency === undefined || currency === null) return USD;
  if (typeof currency === "number") return String(currency);
  if (typeof currency !== "string") return UNKNOWN_UNIT;
  const unit = currency.trim();
  if (unit === "") return USD;
  if (/^credits?$/i.test(unit)) return CREDIT;
  return /^[a-z]{3}$/i.test(unit) ? unit.toUpperCase() : unit;
}

/** Whether an amount is a plain number, so that it can be added up and compared. */
export function isCountable({ amount }: Money): boolean {
  return isDecimalString(amount);
}

/**
 * The exact sums, one for each unit: USD first, then in the order of appearance. Leaves out amounts that are no plain number;
 * callers say so where it matters.
 */
export function sumMoney(parts: readonly Money[]): Money[] {
  const sums = new Map<string, Big>();
  for (const part of parts) {
    if (isCountable(part)) {
      sums.set(part.unit, (sums.get(part.unit) ?? new Big(0)).plus(part.amount));
    }
  }
  return [...sums]
    .map(([unit, sum]) => ({ amount: sum.toFixed(), unit }))
    .sort((one, other) => Number(other.unit === USD) - Number(one.unit === USD));
}

/** So many times a countable amount, exactly. */
export function timesMoney({ amount, unit }: Money, count: number | string): Money {
  return { amount: new Big(amount).times(count).toFixed(), unit };
}
