/** How long a generation took, and how durations are formatted. */
import * as words from "#messages/common.ts";
import type { LibraryEntry } from "./library-entry.ts";

/** Ranges are shown in seconds below this limit, in minutes from it on. */
const SECONDS_RANGE_MAX = 120;

/** Seconds; null where it is not (yet) known. */
export interface EntryTimes {
  /** From the click until Kirin was first heard to be working on it. */
  waitedSeconds: number | null;
  /** From then until the end. */
  renderedSeconds: number | null;
  /** From the click until the end. */
  totalSeconds: number | null;
}

/**
 * The times of an entry, by the creator's clock. None are known once that clock jumped while it was under way, or where they
 * contradict Kirin's own; and an end that was found long after the last look may have been at any time between.
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

/** Polls are a minute apart at the most, and browsers slow the timers of hidden tabs down to once a minute. */
const END_KNOWN_WITHIN_SECONDS = 300;
/** Kirin may count whole seconds. */
const KIRIN_TOLERANCE_SECONDS = 2;

/** Whether the end was found soon after the last answer that was not the end. */
function isEndKnown({ sentAt, unendedAt, endedAt }: LibraryEntry): boolean {
  const seconds = secondsBetween(unendedAt ?? sentAt, endedAt);
  return seconds === null || seconds <= END_KNOWN_WITHIN_SECONDS;
}

/** Kirin cannot have worked on it for longer than it was away: then the creator's clock was set back. */
function isShorterThanAtKirin({ sentAt, endedAt, generation }: LibraryEntry): boolean {
  const heard = secondsBetween(sentAt, endedAt);
  const told = secondsBetween(generation?.createdAt ?? null, generation?.updatedAt ?? null);
  return heard !== null && told !== null && heard + KIRIN_TOLERANCE_SECONDS < told;
}

/** Whole and part seconds from one ISO time to a later one; null when one is missing, or the other way round. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return seconds < 0 ? null : seconds;
}

/** `8 s`, `1 min 05 s`, `2 h 03 min`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return words.seconds(whole);
  const minutes = Math.floor(whole / 60);
  if (whole < 3600) return words.minutes(minutes, twoDigits(whole % 60));
  return words.hours(Math.floor(minutes / 60), twoDigits(minutes % 60));
}

/** `60 to 95 s`, or with minutes where seconds alone are hard to read; a single length where both are the same. */
export function formatRange(lowSeconds: number, highSeconds: number): string {
  const low = Math.round(lowSeconds);
  const high = Math.round(highSeconds);
  if (low === high) return formatSeconds(low);
  return highSeconds < SECONDS_RANGE_MAX
    ? words.secondsRange(low, high)
    : words.range(formatSeconds(low), formatSeconds(high));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
