/** Kirin's three ways to write a moment, read into one. */

// Unix seconds reach this value in the year 5138; milliseconds passed it in 1973.
const SECONDS_LIMIT = 1e11;

/** ISO 8601 of Unix seconds, Unix milliseconds or an ISO string; null for anything else. */
export function toIsoTime(value: unknown): string | null {
  const ms =
    typeof value === "number"
      ? value * (Math.abs(value) < SECONDS_LIMIT ? 1000 : 1)
      : typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value)
        ? Date.parse(value)
        : Number.NaN;
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
