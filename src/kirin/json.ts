/** Small tools for JSON values nobody has vouched for yet. */

export type JsonRecord = Record<string, unknown>;

/** Whether a value is a JSON object, and not an array or null. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A copy without some keys. A `__proto__` key stays an ordinary key. */
export function without(record: JsonRecord, keys: readonly string[]): JsonRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
