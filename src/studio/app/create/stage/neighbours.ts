import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

/** Where a clip lies from another in the strip of recent generations. */
export type Direction = "previous" | "next";

/** The generation beside one in the strip, newest first. Undefined at either end. */
export function neighbour(
  entries: readonly LibraryEntry[],
  id: string,
  direction: Direction,
): LibraryEntry | undefined {
  const index = entries.findIndex((entry) => entry.id === id);
  return index < 0 ? undefined : entries[index + (direction === "next" ? 1 : -1)];
}
