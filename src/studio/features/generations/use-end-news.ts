/** News of ends: a polite announcement, and in the tab's title the number of those that came while nobody looked. */
import { useEffect, useRef } from "react";
import { outcomeOf } from "#studio/domain/entry-status.ts";
import { excerpt } from "#studio/domain/excerpt.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import type { LibraryStatus } from "#studio/storage/library.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { endNews } from "#words/generations.ts";

const COUNT_IN_TITLE = /^\(\d+\) /;

/** Tells of every entry that was seen under way and has come to an end. */
export function useEndNews(entries: readonly LibraryEntry[], status: LibraryStatus): void {
  const underWay = useRef(new Set<string>());
  const unseen = useRef(0);

  useEffect(() => {
    if (status === "loading") return;
    for (const entry of entries) {
      const outcome = outcomeOf(entry);
      if (outcome === null) underWay.current.add(entry.id);
      else if (underWay.current.delete(entry.id)) {
        announce(endNews[outcome](excerpt(entry.request.prompt)));
        if (document.hidden) unseen.current += 1;
      }
    }
    showCount(unseen.current);
  }, [entries, status]);

  useEffect(() => {
    const handleVisibility = () => {
      if (document.hidden) return;
      unseen.current = 0;
      showCount(0);
    };
    document.addEventListener("visibilitychange", handleVisibility);
    return () => document.removeEventListener("visibilitychange", handleVisibility);
  }, []);
}

function showCount(count: number): void {
  const title = document.title.replace(COUNT_IN_TITLE, "");
  const wanted = count > 0 ? `(${count}) ${title}` : title;
  if (document.title !== wanted) document.title = wanted;
}
