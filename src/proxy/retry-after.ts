/** `Retry-After`: seconds or an HTTP date (RFC 9110, section 10.2.3). A body may say the same as `retry_after`. */
import { findReason } from "#kirin/refusal.ts";

const MIN_SECONDS = 1;
/** A mistaken header must not lock a creator out for hours. */
const MAX_SECONDS = 600;

/** Seconds to wait as the header says; where it says nothing, as the body does. */
export function retryAfterOf(header: string | null, body: unknown, nowMs: number) {
  const inBody = findReason(body).retryAfter;
  const isFraction = inBody !== null && /^\d+\.\d+$/.test(inBody);
  return (
    parseRetryAfter(header, nowMs) ??
    parseRetryAfter(isFraction ? String(Math.ceil(Number(inBody))) : inBody, nowMs)
  );
}

/** Seconds to wait, from 1 to 600, or undefined when the header says nothing that can be read. */
export function parseRetryAfter(value: string | null, nowMs: number): number | undefined {
  const text = value?.trim() ?? "";
  // Only the date forms of RFC 9110 begin with a day's name; Date.parse alone would take nearly anything.
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : /^[A-Za-z]{3,9},? /.test(text)
      ? Math.ceil((Date.parse(inGmt(text)) - nowMs) / 1000)
      : Number.NaN;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, seconds));
}

/** The oldest of the three date forms names no zone; all three mean GMT. */
function inGmt(date: string): string {
  return /\s\d{4}$/.test(date) ? `${date} GMT` : date;
}
