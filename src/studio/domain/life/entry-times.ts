/** Computes how long a generation took. */
import type { LibraryEntry } from "./library-entry.ts";

/** In seconds. Null if not known, or not known yet. */
export interface EntryTimes {
  /** From the click until Kirin was first seen working on the task. */
  waitedSeconds: number | null;
  /** From then until the end. */
  renderedSeconds: number | null;
  /** From the click until the end. */
  totalSeconds: number | null;
}

/**
 * The times of an entry, by the creator's clock. All are unknown if that clock jumped while the entry was in progress,
 * or if they contradict Kirin's own times. The end is unknown if it was found long after the previous read.
 */
export function entryTimes(entry: LibraryEntry): EntryTimes {
  const { preparedAt, runningAt, endedAt, jumpedAt } = entry;
  if (jumpedAt !== null || isShorterThanAtKirin(entry)) return UNKNOWN_TIMES;
  const end = isEndKnown(entry) ? endedAt : null;
  return {
    waitedSeconds: secondsBetween(preparedAt, runningAt),
    renderedSeconds: secondsBetween(runningAt, end),
    totalSeconds: secondsBetween(preparedAt, end),
  };
}

const UNKNOWN_TIMES: EntryTimes = {
  waitedSeconds: null,
  renderedSeconds: null,
  totalSeconds: null,
};

/** Polls are at most a minute apart, and browsers throttle the timers of hidden tabs to once a minute. */
const END_KNOWN_WITHIN_SECONDS = 300;
/** Kirin may report whole seconds. */
const KIRIN_TOLERANCE_SECONDS = 2;

/** Whether the end was found soon after the last response that reported the task unfinished. */
function isEndKnown({ sentAt, unendedAt, endedAt }: LibraryEntry): boolean {
  const seconds = secondsBetween(unendedAt ?? sentAt, endedAt);
  return seconds === null || seconds <= END_KNOWN_WITHIN_SECONDS;
}

/** Whether the task took less time here than Kirin worked on it, which means that the creator's clock was set back. */
function isShorterThanAtKirin({ sentAt, endedAt, generation }: LibraryEntry): boolean {
  const measuredSeconds = secondsBetween(sentAt, endedAt);
  const reportedSeconds = secondsBetween(
    generation?.createdAt ?? null,
    generation?.updatedAt ?? null,
  );
  return (
    measuredSeconds !== null &&
    reportedSeconds !== null &&
    measuredSeconds + KIRIN_TOLERANCE_SECONDS < reportedSeconds
  );
}

/** Seconds from one ISO time to a later one, with fractions. Null if a time is missing or the order is reversed. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return seconds < 0 ? null : seconds;
}
