/** Creates whose page went away before the answer came. */
import { useEffect } from "react";
import { CREATE_TIMEOUT_MS } from "#contract/time-limits.ts";
import { applyRestart } from "#studio/domain/entry-transitions.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import type { LibraryStatus } from "#studio/storage/library.ts";
import { studioDeps } from "./generation-deps.ts";

// No tab waits so long for its answer: whatever is older has nobody waiting for it.
const ABANDONED_AFTER_MS = 2 * CREATE_TIMEOUT_MS;

/**
 * Turns them into entries to be looked for: at the start all that are found, later those that another tab left behind.
 * What this very page is sending is left alone.
 */
export function useAbandonedCreates(entries: readonly LibraryEntry[], status: LibraryStatus): void {
  useEffect(() => {
    if (status === "ready") for (const { id } of foreignCreates()) lookFor(id);
  }, [status]);

  useEffect(() => {
    const foreign = entries.filter(isForeignCreate);
    if (foreign.length === 0) return;
    const oldest = Math.min(...foreign.map(({ sentAt }) => Date.parse(sentAt)));
    const timer = setTimeout(
      () => {
        const before = studioDeps.now().getTime() - ABANDONED_AFTER_MS;
        for (const { id, sentAt } of foreignCreates()) {
          if (Date.parse(sentAt) <= before) lookFor(id);
        }
      },
      Math.max(0, oldest + ABANDONED_AFTER_MS - studioDeps.now().getTime()),
    );
    return () => clearTimeout(timer);
  }, [entries]);
}

function foreignCreates(): LibraryEntry[] {
  return studioDeps.library.getSnapshot().entries.filter(isForeignCreate);
}

function isForeignCreate({ id, phase }: LibraryEntry): boolean {
  return phase === "sending" && !studioDeps.sending.has(id);
}

function lookFor(id: string): void {
  void studioDeps.library.update(id, applyRestart);
}
