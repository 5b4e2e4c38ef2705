/**
 * A refusal by Kirin or by a gateway before it: some code and some words, in one of many wrappings.
 */
import { isRecord, type JsonRecord } from "./json.ts";

export interface Refusal {
  /** The code in the body (`1303`, `401`, …), or null. */
  code: string | null;
  message: string | null;
}

/** Codes in a wrapper's `status.code` that mean success; they come as numbers and as text. */
const SUCCESS_CODES = new Set(["0", "200"]);

/** Reads code and words out of any JSON value. Never throws; both are null when there is nothing. */
export function parseRefusal(body: unknown): Refusal {
  if (typeof body === "string") return { code: null, message: body || null };
  if (!isRecord(body)) return { code: null, message: null };
  const inner = [body.status, body.error, body].filter(isRecord);
  return {
    code: firstText(inner.map((part) => part.code)),
    message: firstText([
      ...inner.flatMap((part) => [part.error_message, part.message, part.detail]),
      body.error,
    ]),
  };
}

/** Whether a wrapper's `status.code` means success. */
export function isSuccessCode(code: unknown): boolean {
  return (typeof code === "string" || typeof code === "number") && SUCCESS_CODES.has(`${code}`);
}

/** The refusal in a `{data, status: {code}}` wrapper whose code is not a success, or null. */
export function wrappedRefusal(body: JsonRecord): Refusal | null {
  const status = body.status;
  if (!isRecord(status)) return null;
  const refusal = parseRefusal({ status });
  return refusal.code === null || isSuccessCode(refusal.code) ? null : refusal;
}

function firstText(values: unknown[]): string | null {
  for (const value of values) {
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
  }
  return null;
}
