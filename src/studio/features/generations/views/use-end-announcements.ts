/** News of finished generations: a polite announcement, and the number of unseen ones in the tab title. */
import { useEffect, useRef } from "react";
import { endAnnouncements } from "#messages/generations.ts";
import { isUnseen } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { createEndTracker } from "#studio/features/generations/background/notifications/end-tracker.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import type { LibraryStatus } from "#studio/storage/library/library-state.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { setUnseenCount } from "#studio/ui/document-title.ts";

/** Announces every entry that was in progress and has ended, and counts the unseen ones. */
export function useEndAnnouncements(entries: readonly LibraryEntry[], status: LibraryStatus): void {
  const newEnds = useRef(createEndTracker());
  const unseenCount = entries.filter(isUnseen).length;

  useEffect(() => {
    if (status === "loading") return;
    for (const { entry, outcome } of newEnds.current(entries)) {
      announce(endAnnouncements[outcome](excerpt(entry.request.prompt)));
    }
  }, [entries, status]);

  useEffect(() => {
    setUnseenCount(unseenCount);
    return () => setUnseenCount(0);
  }, [unseenCount]);
}
