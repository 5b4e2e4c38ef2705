/** Queued entries and plans of the send queue, for tests. Seconds are after noon. */
import type { Hold, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { planSending } from "#studio/domain/queue/send-queue.ts";
import type { SlotLimit } from "#studio/domain/queue/slot-limit.ts";
import { aHeldEntry, aHold, aPreparedEntry, atSecond } from "#studio/testing/fixtures.ts";

/** An entry queued at a second. */
export function queuedEntry(id: string, second = 0): LibraryEntry {
  return aPreparedEntry({ id, queuedAt: atSecond(second) });
}

/** An entry queued at a second, tried at noon, and held. */
export function heldEntry(id: string, hold: Partial<Hold>, second = 0): LibraryEntry {
  return aHeldEntry({ id, queuedAt: atSecond(second), hold: aHold(hold) });
}

interface Situation {
  second?: number;
  limit?: SlotLimit;
  isServerReady?: boolean;
}

/** The plan for some entries, with the id of the next one. */
export function planOf(
  entries: LibraryEntry[],
  { second = 0, limit = null, isServerReady = false }: Situation = {},
) {
  const { next, ...rest } = planSending(entries, {
    nowMs: Date.parse(atSecond(second)),
    limit,
    isServerReady,
  });
  return { next: next?.id ?? null, ...rest };
}

/** A plan that sends nothing. */
export const SENDS_NOTHING = { next: null, waits: [], wakeAtMs: null };

/** A plan that sends an entry. */
export const sends = (id: string) => ({ ...SENDS_NOTHING, next: id });

/** A plan that waits until a second. */
export const wakesAt = (second: number) => ({
  ...SENDS_NOTHING,
  wakeAtMs: Date.parse(atSecond(second)),
});
