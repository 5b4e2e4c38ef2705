/** The shape of a JSON value, for layout. */
import { isRecord } from "#kirin/values/json.ts";

/** Counts the single values in a value, at any depth. */
export function countLeaves(value: unknown): number {
  const children = childrenOf(value);
  if (children === null) return 1;
  return children.reduce((sum, [, child]) => sum + countLeaves(child), 0);
}

/** The entries of an object, the numbered items of a list, or null for a single value. */
export function childrenOf(value: unknown): [key: string, child: unknown][] | null {
  if (Array.isArray(value)) return value.map((item, index) => [String(index + 1), item]);
  return isRecord(value) ? Object.entries(value) : null;
}

/** A single value as text, exactly as it was reported. */
export function leafText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
