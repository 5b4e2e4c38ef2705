/** Finds creates whose tab was closed before the response arrived, so that their tasks are looked up at Kirin. */
import { CREATE_TIMEOUT_MS } from "#contract/time-limits.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { step } from "#studio/domain/life/life.ts";
import type { GenerationDeps } from "../generation-deps.ts";

/** No tab waits this long for its response, so an older create is abandoned. */
const ABANDONED_AFTER_MS = 2 * CREATE_TIMEOUT_MS;

/**
 * Marks entries as abandoned once the sending tab is gone. Without locks it marks every create of other tabs at
 * startup, since a read does no harm, and later those past the time limit. The time limit also catches a frozen tab.
 * Creates of this page are left alone. Returns a disposer.
 */
export function startAbandonedCreates(deps: GenerationDeps): () => void {
  const { library, now } = deps;
  let cancelTimer = () => {};
  const ended = new AbortController();
  /** Creates whose tab is still being waited for. */
  const awaited = new Set<string>();

  function foreignCreates(): LibraryEntry[] {
    return library
      .getState()
      .entries.filter(({ id, phase }) => phase === "sending" && !deps.sending.has(id));
  }

  function abandon(entries: readonly LibraryEntry[]): void {
    for (const { id } of entries) {
      void library.update(id, (entry) =>
        deps.sending.has(id) ? entry : step(entry, { type: "abandon" }),
      );
    }
  }

  function check(): void {
    for (const entry of foreignCreates()) void abandonWhenSenderGone(entry);
    scheduleOldest();
  }

  async function abandonWhenSenderGone(entry: LibraryEntry): Promise<void> {
    const create = `${entry.id} ${entry.attempts}`;
    if (deps.senderGone === null || awaited.has(create)) return;
    awaited.add(create);
    await deps.senderGone(entry.id, ended.signal);
    if (!ended.signal.aborted) abandon([entry]);
  }

  function scheduleOldest(): void {
    cancelTimer();
    const delayMs = Math.min(...foreignCreates().map(remainingMs));
    if (!Number.isFinite(delayMs)) return;
    cancelTimer = deps.setTimer(() => {
      const overdue = foreignCreates().filter((entry) => remainingMs(entry) === 0);
      abandon(overdue);
      // A timer may fire slightly early.
      if (overdue.length === 0) scheduleOldest();
    }, delayMs);
  }

  /** Milliseconds until nobody can still be waiting for the response. */
  function remainingMs({ sentAt, preparedAt }: LibraryEntry): number {
    const ageMs = now().getTime() - Date.parse(sentAt ?? preparedAt);
    // A send time in the future means that the clock was set back and the age is unknown. A read does no harm.
    return ageMs < 0 ? 0 : Math.max(0, ABANDONED_AFTER_MS - ageMs);
  }

  const unsubscribes = [
    library.subscribe(check),
    // This tab may have tried to claim an entry that another tab claimed first.
    deps.sending.subscribe(check),
  ];
  void library.refresh().then(() => {
    if (deps.senderGone === null && !ended.signal.aborted) abandon(foreignCreates());
  });
  return () => {
    ended.abort();
    for (const unsubscribe of unsubscribes) unsubscribe();
    cancelTimer();
  };
}
