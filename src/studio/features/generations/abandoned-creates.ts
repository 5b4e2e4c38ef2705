/** Creates whose page went away before the answer came. */
import { CREATE_TIMEOUT_MS } from "#contract/time-limits.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { step } from "#studio/domain/life.ts";
import type { GenerationDeps } from "./generation-deps.ts";

/** No tab waits so long for its answer: whatever is older has nobody waiting for it. */
const ABANDONED_AFTER_MS = 2 * CREATE_TIMEOUT_MS;

/**
 * Turns them into entries to be looked for: at the start all that are found, since a read does no harm; later those that
 * another tab left behind. What this very page is sending is left alone. Gives the way to end it.
 */
export function startAbandonedCreates(deps: GenerationDeps): () => void {
  const { library, now } = deps;
  let cancel = () => {};
  let isEnded = false;

  function foreignCreates(): LibraryEntry[] {
    return library
      .getSnapshot()
      .entries.filter(({ id, phase }) => phase === "sending" && !deps.sending.has(id));
  }

  function lookFor(entries: readonly LibraryEntry[]): void {
    for (const { id } of entries) {
      void library.update(id, (entry) =>
        deps.sending.has(id) ? entry : step(entry, { type: "abandon" }),
      );
    }
  }

  function waitForOldest(): void {
    cancel();
    const oldest = Math.min(...foreignCreates().map(sentAtMs));
    if (!Number.isFinite(oldest)) return;
    const delayMs = Math.max(0, oldest + ABANDONED_AFTER_MS - now().getTime());
    cancel = deps.setTimer(() => {
      const beforeMs = now().getTime() - ABANDONED_AFTER_MS;
      lookFor(foreignCreates().filter((entry) => sentAtMs(entry) <= beforeMs));
    }, delayMs);
  }

  const unsubscribe = library.subscribe(waitForOldest);
  void library.load().then(() => {
    if (!isEnded) lookFor(foreignCreates());
  });
  return () => {
    isEnded = true;
    unsubscribe();
    cancel();
  };
}

function sentAtMs({ sentAt, preparedAt }: LibraryEntry): number {
  return Date.parse(sentAt ?? preparedAt);
}
