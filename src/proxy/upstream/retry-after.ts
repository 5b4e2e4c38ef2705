/** Parses `Retry-After`: seconds or an HTTP date (RFC 9110, 10.2.3). A body may have `retry_after` instead. */
import { findReason } from "#kirin/refusals/refusal.ts";

const MIN_SECONDS = 1;
/** Upper limit, so that a wrong header cannot block a creator for hours. */
const MAX_SECONDS = 600;

/** Seconds to wait by the header, or else by the body. */
export function retryAfterOf(header: string | null, body: unknown, nowMs: number) {
  const inBody = findReason(body).retryAfter;
  const isFraction = inBody !== null && /^\d+\.\d+$/.test(inBody);
  return (
    parseRetryAfter(header, nowMs) ??
    parseRetryAfter(isFraction ? String(Math.ceil(Number(inBody))) : inBody, nowMs)
  );
}

/** Seconds to wait, 1 to 600, or undefined when the header is missing or unreadable. */
export function parseRetryAfter(value: string | null, nowMs: number): number | undefined {
  const text = value?.trim() ?? "";
  // HTTP dates start with a day name. Without this check Date.parse would accept almost anything.
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : /^[A-Za-z]{3,9},? /.test(text)
      ? Math.ceil((Date.parse(inGmt(text)) - nowMs) / 1000)
      : Number.NaN;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, seconds));
}

/** The asctime form has no zone; all three HTTP date forms mean GMT. */
function inGmt(date: string): string {
  return /\s\d{4}$/.test(date) ? `${date} GMT` : date;
}
