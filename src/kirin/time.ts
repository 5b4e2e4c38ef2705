/** Kirin's three ways to write a moment, read into one. */
import { isDecimalString } from "./decimal.ts";

// Unix seconds reach this value in the year 5138; milliseconds passed it in 1973.
const SECONDS_LIMIT = 1e11;

/**
 * ISO 8601 of Unix seconds, Unix milliseconds or an ISO string; null for anything else. A number may come as text: that is
 * how `parseJson` keeps one with more digits than a double holds.
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
