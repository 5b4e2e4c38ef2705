/** What `precharge` answers: a price before anything is created. */
import { businessCode } from "./business-codes.ts";
import { isRecord } from "./json.ts";
import { readAmount, unitOf } from "./money.ts";
import { isSuccessCode, parseRefusal } from "./refusal.ts";
import { readDiscount } from "./usage.ts";

export interface Quote {
  /** Decimal string, or the text as it came where it is no plain number. */
  cost: string;
  /** `USD`, `credit`, or whatever unit came. */
  currency: string;
  /** As reported; no arithmetic with it. */
  discount: number | string | null;
}

/** Reads a `precharge` answer; null means "no quote": the gateway has none, or the answer says failed. */
export function parseQuote(answer: unknown): Quote | null {
  if (!isRecord(answer) || !isSuccess(answer.status) || !isRecord(answer.data)) return null;
  if (businessCode(parseRefusal(answer).code)) return null;
  const { cost, currency, discount } = answer.data;
  const amount = readAmount(cost);
  if (amount === null) return null;
  return { cost: amount, currency: unitOf(currency), discount: readDiscount(discount) };
}

function isSuccess(status: unknown): boolean {
  return isRecord(status) ? isSuccessCode(status.code) : status === "success";
}
