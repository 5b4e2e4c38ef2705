/** Which generations the comparison shows. */
import * as z from "zod/mini";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { type Pair, pairOf } from "#studio/domain/pairs.ts";

const searchSchema = z.object({ left: z.nullable(z.string()), right: z.nullable(z.string()) });

/** Two entries, or `incomplete` when the address names one that is not in this library, or only one. */
export type Sides =
  | { kind: "both"; left: LibraryEntry; right: LibraryEntry }
  | { kind: "incomplete" };

/** The two that the address names; where it names none, the latest pair; null when there is none. */
export function chooseSides(search: string, entries: readonly LibraryEntry[]): Sides | null {
  const params = new URLSearchParams(search);
  const ids = z.parse(searchSchema, { left: params.get("left"), right: params.get("right") });
  if (ids.left === null && ids.right === null) {
    const [latest] = listPairs(entries);
    return latest ? { kind: "both", left: latest.std, right: latest.pro } : null;
  }
  const left = entries.find(({ id }) => id === ids.left);
  const right = entries.find(({ id }) => id === ids.right);
  return left && right ? { kind: "both", left, right } : { kind: "incomplete" };
}

/** All pairs, the newest first. */
export function listPairs(entries: readonly LibraryEntry[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const entry of entries) {
    if (entry.pairId === null || pairs.has(entry.pairId)) continue;
    const pair = pairOf(entry, entries);
    if (pair) pairs.set(entry.pairId, pair);
  }
  return [...pairs.values()];
}
