/** Parses the response of `precharge`, which quotes a price before a create. */
import { businessCode } from "./refusals/business-codes.ts";
import { isSuccessCode, parseRefusal } from "./refusals/refusal.ts";
import { readDiscount } from "./usage.ts";
import { isRecord } from "./values/json.ts";
import { readAmount, unitOf } from "./values/money.ts";

export interface Quote {
  /** A decimal string, or the original text if it is not a number. */
  cost: string;
  /** `USD`, `credit` or any other reported unit. */
  currency: string;
  /** As reported. Not used for calculations. */
  discount: number | string | null;
}

/** Parses a `precharge` response. Null means that the gateway has no quotes or the quote failed. */
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
