/** Creates whose page went away before the answer came. */
import { CREATE_TIMEOUT_MS } from "#contract/time-limits.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { step } from "#studio/domain/life.ts";
import type { GenerationDeps } from "./generation-deps.ts";

/** No tab waits so long for its answer: whatever is older has nobody waiting for it. */
const ABANDONED_AFTER_MS = 2 * CREATE_TIMEOUT_MS;

/**
 * Turns them into entries to be looked for, once the tab that was sending is gone. Where nobody can tell: at the start all
 * that are found, since a read does no harm, and later those that are too old. Too old is also what a frozen tab is sending.
 * What this very page is sending is left alone. Gives the way to end it.
 */
export function startAbandonedCreates(deps: GenerationDeps): () => void {
  const { library, now } = deps;
  let cancel = () => {};
  const ended = new AbortController();
  /** Creates whose tab is waited for to be gone. */
  const awaited = new Set<string>();

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

  function follow(): void {
    for (const entry of foreignCreates()) void lookForWhenAlone(entry);
    waitForOldest();
  }

  async function lookForWhenAlone(entry: LibraryEntry): Promise<void> {
    const create = `${entry.id} ${entry.attempts}`;
    if (deps.senderGone === null || awaited.has(create)) return;
    awaited.add(create);
    await deps.senderGone(entry.id, ended.signal);
    if (!ended.signal.aborted) lookFor([entry]);
  }

  function waitForOldest(): void {
    cancel();
    const delayMs = Math.min(...foreignCreates().map(remainingMs));
    if (!Number.isFinite(delayMs)) return;
    cancel = deps.setTimer(() => {
      const abandoned = foreignCreates().filter((entry) => remainingMs(entry) === 0);
      lookFor(abandoned);
      // A timer may ring a moment early.
      if (abandoned.length === 0) waitForOldest();
    }, delayMs);
  }

  /** How long somebody may still wait for the answer, in milliseconds. */
  function remainingMs({ sentAt, preparedAt }: LibraryEntry): number {
    const ageMs = now().getTime() - Date.parse(sentAt ?? preparedAt);
    // "Sent in the future": the creator's clock was set back, and the age is lost. A read does no harm.
    return ageMs < 0 ? 0 : Math.max(0, ABANDONED_AFTER_MS - ageMs);
  }

  const unsubscribe = library.subscribe(follow);
  void library.refresh().then(() => {
    if (deps.senderGone === null && !ended.signal.aborted) lookFor(foreignCreates());
  });
  return () => {
    ended.abort();
    unsubscribe();
    cancel();
  };
}
