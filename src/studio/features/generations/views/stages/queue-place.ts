/** The position of an entry in the send queue. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { blocksQueue, causeOf, sendQueue } from "#studio/domain/queue/send-queue.ts";

export interface QueuePlace {
  /** 1-based. */
  place: number;
  count: number;
  /** Whether the entry itself is tried when its time comes. Otherwise an earlier entry is tried on behalf of both. */
  isTriedItself: boolean;
}

/** The position of an entry in the queue, or null if it is not queued. */
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
      ({ hold, request }) => hold && (blocksQueue(hold) || causeOf(hold, request) === cause),
    ),
  };
}
