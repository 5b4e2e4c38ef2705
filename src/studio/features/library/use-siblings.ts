import { useMemo } from "react";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

/** Finds the entries of the same press. Grouped once, because every tile asks. */
export function useSiblings(
  entries: readonly LibraryEntry[],
): (entry: LibraryEntry) => readonly LibraryEntry[] {
  return useMemo(() => {
    const byPress = new Map<string, LibraryEntry[]>();
    for (const entry of entries) {
      if (entry.pairId === null) continue;
      const group = byPress.get(entry.pairId);
      if (group === undefined) byPress.set(entry.pairId, [entry]);
      else group.push(entry);
    }
    return ({ pairId }) => (pairId === null ? NONE : (byPress.get(pairId) ?? NONE));
  }, [entries]);
}

/** A clip that was made alone has no relation to any other. */
const NONE: readonly LibraryEntry[] = [];
