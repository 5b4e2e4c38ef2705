/** What `precharge` answers: a price before anything is created. */
import { isDecimalString } from "./decimal.ts";
import { isRecord } from "./json.ts";
import { isSuccessCode } from "./refusal.ts";

export interface Quote {
  /** Decimal string. */
  cost: string;
  /** `USD`, `credit`, or whatever unit came. */
  currency: string;
  discount: number | null;
}

/** Reads a `precharge` answer; null means "no quote": the gateway has none, or the answer says failed. */
export function parseQuote(answer: unknown): Quote | null {
  if (!isRecord(answer) || !isSuccess(answer.status) || !isRecord(answer.data)) return null;
  const { cost, currency, discount } = answer.data;
  if (typeof cost !== "string" || !isDecimalString(cost)) return null;
  return {
    cost,
    currency: typeof currency === "string" && currency !== "" ? currency : "USD",
    discount: typeof discount === "number" ? discount : null,
  };
}

function isSuccess(status: unknown): boolean {
  return isRecord(status) ? isSuccessCode(status.code) : status === "success";
}
