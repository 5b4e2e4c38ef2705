/** Separates generations that end during this visit from those that had already ended. */
import { type Outcome, outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

/** An entry that was seen in progress, and its outcome. */
export interface End {
  entry: LibraryEntry;
  outcome: Outcome;
}

/** Returns a function that takes each library state and returns the new ends. */
export function createEndTracker(): (entries: readonly LibraryEntry[]) => End[] {
  const inProgress = new Set<string>();
  return (entries) => {
    const ends: End[] = [];
    for (const entry of entries) {
      const outcome = outcomeOf(entry);
      if (outcome === null) inProgress.add(entry.id);
      else if (inProgress.delete(entry.id)) ends.push({ entry, outcome });
    }
    return ends;
  };
}
