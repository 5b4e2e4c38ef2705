/** Where one that waits stands among all that wait to be sent. */
import type { LibraryEntry } from "./library-entry.ts";
import { causeOf, holdsAll, sendQueue } from "./send-queue.ts";

export interface QueuePlace {
  /** From 1. */
  place: number;
  count: number;
  /** Whether it is tried itself when its time comes; otherwise another one before it is tried for both. */
  isTriedItself: boolean;
}

/** The place of an entry in the queue, or null when it is not in it. */
export function queuePlace(entries: readonly LibraryEntry[], id: string): QueuePlace | null {
  const queue = sendQueue(entries);
  const index = queue.findIndex((entry) => entry.id === id);
  const own = queue[index];
  if (own === undefined) return null;
  const cause = own.hold === null ? null : causeOf(own.hold, own.request);
  const before = queue.slice(0, index);
  return {
    place: index + 1,
    count: queue.length,
    isTriedItself: !before.some(
      ({ hold, request }) => hold && (holdsAll(hold) || causeOf(hold, request) === cause),
    ),
  };
}
