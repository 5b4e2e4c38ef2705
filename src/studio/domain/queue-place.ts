/** Where one that waits stands among all that wait to be sent. */
import type { LibraryEntry } from "./library-entry.ts";
import { holdsAll, sendQueue } from "./send-queue.ts";

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
  const reason = queue[index]?.hold?.reason;
  if (index === -1) return null;
  const before = queue.slice(0, index);
  return {
    place: index + 1,
    count: queue.length,
    isTriedItself: !before.some(({ hold }) => hold && (hold.reason === reason || holdsAll(hold))),
  };
}
