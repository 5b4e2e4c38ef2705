/** Parses Kirin's three time formats. */
import { isDecimalString } from "./decimal.ts";

// Unix seconds reach this value in the year 5138; Unix milliseconds passed it in 1973.
const SECONDS_LIMIT = 1e11;

/**
 * Converts Unix seconds, Unix milliseconds or an ISO string to ISO 8601, or returns null. A number may be a
 * string, because `parseJson` returns numbers with too many digits that way.
 */
export function toIsoTime(value: unknown): string | null {
  const date = new Date(toMilliseconds(value));
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function toMilliseconds(value: unknown): number {
  if (typeof value === "number") return value * (Math.abs(value) < SECONDS_LIMIT ? 1000 : 1);
  if (typeof value !== "string") return Number.NaN;
  if (isDecimalString(value)) return toMilliseconds(Number(value));
  return /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
}
