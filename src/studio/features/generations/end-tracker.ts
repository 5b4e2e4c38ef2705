/** Ends that come while somebody watches, told apart from those that were there before. */
import { type Outcome, outcomeOf } from "#studio/domain/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";

/** An entry that was seen under way, and how it came out. */
export interface End {
  entry: LibraryEntry;
  outcome: Outcome;
}

/** Gives, from one state of the library to the next, the ends that are new. */
export function createEndTracker(): (entries: readonly LibraryEntry[]) => End[] {
  const underWay = new Set<string>();
  return (entries) => {
    const ends: End[] = [];
    for (const entry of entries) {
      const outcome = outcomeOf(entry);
      if (outcome === null) underWay.add(entry.id);
      else if (underWay.delete(entry.id)) ends.push({ entry, outcome });
    }
    return ends;
  };
}
