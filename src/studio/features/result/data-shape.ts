/** What is to be known of a JSON value before it is laid out for reading. */
import { isRecord } from "#kirin/json.ts";

/** How many single values there are in a value, at any depth. */
export function countLeaves(value: unknown): number {
  const children = childrenOf(value);
  if (children === null) return 1;
  return children.reduce((sum, [, child]) => sum + countLeaves(child), 0);
}

/** The named parts of a record, the numbered parts of a list, or null for a single value. */
export function childrenOf(value: unknown): [key: string, child: unknown][] | null {
  if (Array.isArray(value)) return value.map((item, index) => [String(index + 1), item]);
  return isRecord(value) ? Object.entries(value) : null;
}

/** A single value as text, as it was reported: no rounding, no other wording. */
export function leafText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
