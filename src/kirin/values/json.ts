/** Helpers for untrusted JSON values. */

export type JsonRecord = Record<string, unknown>;

/** Whether a value is a JSON object, not an array or null. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A copy without some keys. A `__proto__` key stays an own property. */
export function without(record: JsonRecord, keys: readonly string[]): JsonRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
