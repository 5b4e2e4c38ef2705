import { useEffect, useMemo, useRef } from "react";
import * as messages from "#messages/library.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { type LibraryAddress, libraryHref } from "./library-address.ts";
import { filterEntries, opinionsIn } from "./search/filter-entries.ts";
import { prepareSearch } from "./search/search-text.ts";
import { sortEntries } from "./search/sort-entries.ts";

function setTimer(run: () => void): () => void {
  const timer = setTimeout(run);
  return () => clearTimeout(timer);
}

/** The entries that match an address, in its order. Their number is announced when the address changes. */
export function useShownEntries(
  entries: readonly LibraryEntry[],
  address: LibraryAddress,
): readonly LibraryEntry[] {
  const { byId } = useJudgements();
  const opinions = useMemo(() => opinionsIn(byId), [byId]);
  // Apart, so that a key press in the search field does not sort again.
  const sorted = useMemo(
    () => sortEntries(entries, address.sort, opinions),
    [entries, address.sort, opinions],
  );
  const shown = useMemo(
    () => filterEntries(sorted, address, opinions),
    [sorted, address, opinions],
  );
  useEffect(() => prepareSearch(entries, setTimer), [entries]);
  useCountAnnouncement(libraryHref({ ...address, view: "grid" }), shown.length, entries.length);
  return shown;
}

function useCountAnnouncement(key: string, shown: number, all: number): void {
  const announced = useRef(key);
  useEffect(() => {
    if (announced.current === key) return;
    announced.current = key;
    announce(messages.shownCount(messages.count(shown, all)), "count");
  }, [key, shown, all]);
}
