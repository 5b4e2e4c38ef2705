/** Which clip is downloaded next, and what a failed download means for it and the others. Pure. */
import type { Problem } from "#contract/problem.ts";
import {
  askedDelayMs,
  FAULTY_DOWNLOADS,
  GONE_ANSWERS,
  hasFaultyFile,
  isGone,
  saveDelayMs,
  savingStateOf,
} from "#studio/domain/life/clip-saving.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { step } from "#studio/domain/life/life.ts";

/** Problems that affect every clip. One clip is retried from time to time and the others wait for it. */
const SERVER_PROBLEMS = new Set(["studio-unreachable", "studio-timeout", "studio-unreadable"]);
const DEVICE_PROBLEMS = new Set(["clips-full", "clips-unavailable"]);

/** Failed attempts, and the wait before the next one. */
export interface Failures {
  count: number;
  /** Consecutive responses that Kirin no longer has a clip. */
  gone: number;
  /** Consecutive downloads with a faulty file. */
  faulty: number;
  problem: Problem;
  sinceMs: number;
  delayMs: number;
}

/** One tab's record of its downloads. */
export interface Downloads {
  /** By entry. */
  failures: ReadonlyMap<string, Failures>;
  /** Failures that affect every clip. Null if there are none. */
  obstacle: Failures | null;
  /** Entries whose problem is in the library. If it is no longer there, the creator asked for another download. */
  reported: ReadonlySet<string>;
}

export const NO_DOWNLOADS: Downloads = {
  failures: new Map(),
  obstacle: null,
  reported: new Set(),
};

/** The entries whose clips are to be downloaded, in the order of the library. */
export function wantedEntries(entries: readonly LibraryEntry[]): LibraryEntry[] {
  return entries.filter((entry) => {
    const kind = savingStateOf(entry)?.kind;
    return kind === "saving" || kind === "retrying";
  });
}

/** Forgets the failures of entries whose download the creator has requested again. */
export function forgetRequested(downloads: Downloads, wanted: readonly LibraryEntry[]): Downloads {
  const failed = wanted.filter(({ clipsProblem }) => clipsProblem !== null).map(({ id }) => id);
  const requested = wanted.filter(
    ({ id, clipsProblem }) => clipsProblem === null && downloads.reported.has(id),
  );
  const seen = withReported(downloads, failed);
  return requested.reduce((before, { id }) => withoutFailures(before, id), seen);
}

/** The entry to download now, or undefined. */
export function nextDownload(
  { failures, obstacle }: Downloads,
  wanted: readonly LibraryEntry[],
  nowMs: number,
): LibraryEntry | undefined {
  if (remainingMs(obstacle, nowMs) > 0) return undefined;
  return wanted.find(({ id }) => remainingMs(failures.get(id), nowMs) <= 0);
}

/** Milliseconds until the next download is due. Null if nothing is wanted. */
export function nextDownloadDelayMs(
  { failures, obstacle }: Downloads,
  wanted: readonly LibraryEntry[],
  nowMs: number,
): number | null {
  if (wanted.length === 0) return null;
  const delays = wanted.map(({ id }) => remainingMs(failures.get(id), nowMs));
  return Math.max(Math.min(...delays), remainingMs(obstacle, nowMs), 0);
}

/** The remaining delay in milliseconds. Zero if the clock was set back. */
function remainingMs(failures: Failures | null | undefined, nowMs: number): number {
  if (failures == null) return 0;
  const passedMs = nowMs - failures.sinceMs;
  return passedMs < 0 ? 0 : failures.delayMs - passedMs;
}

/** Forgets the failures of an entry whose clips were saved, and the obstacle for all. */
export function afterSuccess(downloads: Downloads, id: string): Downloads {
  return withoutFailures(downloads, id);
}

/** A download that failed. */
interface FailedDownload {
  id: string;
  problem: Problem;
  nowMs: number;
}

/** The result of a failed download. */
export interface FailureOutcome {
  downloads: Downloads;
  /** The problem to store in the library, for this entry or for all wanted ones. Null while it is uncertain. */
  report: { scope: "entry" | "all"; problem: Problem } | null;
}

/** Records a failed download. */
export function afterFailure(downloads: Downloads, failed: FailedDownload): FailureOutcome {
  const { id, problem } = failed;
  const isDeviceProblem = DEVICE_PROBLEMS.has(problem.code);
  if (isDeviceProblem || SERVER_PROBLEMS.has(problem.code)) {
    const obstacle = countFailure(downloads.obstacle, failed);
    const scope = isDeviceProblem ? "all" : "entry";
    return { downloads: { ...downloads, obstacle }, report: { scope, problem } };
  }
  const failures = countFailure(downloads.failures.get(id), failed);
  const next = { ...downloads, failures: new Map(downloads.failures).set(id, failures) };
  if (hasFaultyFile(problem)) {
    const retryable = failures.faulty < FAULTY_DOWNLOADS;
    return { downloads: next, report: { scope: "entry", problem: { ...problem, retryable } } };
  }
  // A new clip can be missing briefly, so the problem is reported only once it is certain.
  const isCertain = !isGone(problem) || failures.gone >= GONE_ANSWERS;
  return { downloads: next, report: isCertain ? { scope: "entry", problem } : null };
}

function countFailure(
  before: Failures | null | undefined,
  { problem, nowMs }: FailedDownload,
): Failures {
  const count = (before?.count ?? 0) + 1;
  return {
    count,
    gone: isGone(problem) ? (before?.gone ?? 0) + 1 : 0,
    faulty: hasFaultyFile(problem) ? (before?.faulty ?? 0) + 1 : 0,
    problem,
    sinceMs: nowMs,
    delayMs: saveDelayMs(count, problem),
  };
}

/** Makes all downloads due at once, except those whose host set a retry time. */
export function retryAll(downloads: Downloads): Downloads {
  const failures = [...downloads.failures].map(
    ([id, failure]) => [id, { ...failure, delayMs: askedDelayMs(failure.problem) }] as const,
  );
  return { ...downloads, failures: new Map(failures), obstacle: null };
}

/** Records that the library has the problems of these entries. */
export function withReported(downloads: Downloads, ids: readonly string[]): Downloads {
  return { ...downloads, reported: new Set([...downloads.reported, ...ids]) };
}

function withoutFailures(downloads: Downloads, id: string): Downloads {
  const failures = new Map(downloads.failures);
  failures.delete(id);
  const reported = new Set(downloads.reported);
  reported.delete(id);
  return { failures, obstacle: null, reported };
}

/** Sets the problem of an entry's download. Returns the same entry if it has that problem. */
export function withClipsProblem(entry: LibraryEntry, problem: Problem): LibraryEntry {
  const known = entry.clipsProblem;
  const isSame = known?.code === problem.code && known.retryable === problem.retryable;
  return isSame ? entry : step(entry, { type: "keep", keptAt: null, problem });
}
