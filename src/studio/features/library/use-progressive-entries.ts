import { useDeferredValue } from "react";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

/** More clips than fit on a large screen. */
const FIRST_COUNT = 200;

/**
 * The newest entries at once and all of them a moment later, so that a large library appears as fast as a small one.
 * Later changes are rendered without holding up the page. `isWhole` asks for all entries at once.
 */
export function useProgressiveEntries(
  entries: readonly LibraryEntry[],
  isWhole: boolean,
): readonly LibraryEntry[] {
  const first = isWhole || entries.length <= FIRST_COUNT ? entries : entries.slice(0, FIRST_COUNT);
  return useDeferredValue(entries, first);
}
