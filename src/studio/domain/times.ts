/** How long things took, and how such lengths are written. */
import type { LibraryEntry } from "./library-entry.ts";

/** From so many seconds on, a length is read in minutes. */
const SECONDS_READ_MAX = 120;

/** Seconds; null where it is not (yet) known. */
export interface EntryTimes {
  /** From the click until Kirin was first heard to be working on it. */
  waitedSeconds: number | null;
  /** From then until the end. */
  renderedSeconds: number | null;
  /** From the click until the end. */
  totalSeconds: number | null;
}

/** The times of an entry, by the creator's clock. */
export function entryTimes(entry: LibraryEntry): EntryTimes {
  return {
    waitedSeconds: secondsBetween(entry.preparedAt, entry.runningAt),
    renderedSeconds: secondsBetween(entry.runningAt, entry.endedAt),
    totalSeconds: secondsBetween(entry.preparedAt, entry.endedAt),
  };
}

/** Whole and part seconds from one ISO time to another, never negative; null when one is missing. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}

/** `8 s`, `1 min 05 s`, `2 h 03 min`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${twoDigits(whole % 60)} s`;
  const minutes = Math.floor(whole / 60);
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`;
}

/** `60 to 95 s`, or with minutes where seconds alone would be hard to read; one length where both are the same. */
export function formatRange(lowSeconds: number, highSeconds: number): string {
  if (Math.round(lowSeconds) === Math.round(highSeconds)) return formatSeconds(lowSeconds);
  if (highSeconds >= SECONDS_READ_MAX) {
    return `${formatSeconds(lowSeconds)} to ${formatSeconds(highSeconds)}`;
  }
  return `${Math.round(lowSeconds)} to ${Math.round(highSeconds)} s`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
