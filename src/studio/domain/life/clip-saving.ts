/** Whether the clips of a generation are saved on this device, and when a download is retried. */
import type { Problem } from "#contract/problem.ts";
import type { LibraryEntry } from "./library-entry.ts";

/** First and longest delay after a failed download. */
const RETRY_MIN_MS = 2000;
const RETRY_MAX_MS = 10 * 60_000;

/**
 * Problem codes that mean Kirin no longer has the clip. The proxy reports them only after reading a fresh clip address.
 */
const GONE_CODES = new Set(["clip-expired", "clip-not-found", "task-not-found"]);
/** The file itself is faulty, so downloading it again usually gives the same result. */
const FILE_FAULT_CODES = new Set([
  "clip-not-video",
  "clip-empty",
  "clip-unreadable",
  "clip-cut-short",
  "clip-damaged",
]);
/** The server refuses to serve these files at all. */
const NOT_VIDEO_CODES = new Set(["clip-not-video", "clip-empty"]);
/** Consecutive downloads of a faulty file after which only the creator can try again. */
export const FAULTY_DOWNLOADS = 4;
/**
 * Soon after the task ends, "gone" can come from a storage server that lags behind, so it counts only after this many
 * consecutive responses.
 */
export const GONE_ANSWERS = 5;

/**
 * Where the clips of a finished generation are.
 * - `saved`: saved on this device
 * - `saving`: being downloaded, or about to be
 * - `retrying`: the download failed and is retried automatically
 * - `stopped`: the download failed and only the creator can retry it
 */
export type SavingState =
  | { kind: "saved" }
  | { kind: "saving" }
  | { kind: "retrying"; problem: Problem }
  | { kind: "stopped"; problem: Problem };

/** The state of an entry's clips, or null if it has none. */
export function savingStateOf(entry: LibraryEntry): SavingState | null {
  const { phase, generation, clipsKeptAt, clipsProblem: problem } = entry;
  if (phase !== "completed" || generation === null || generation.clips.length === 0) return null;
  if (clipsKeptAt !== null) return { kind: "saved" };
  if (problem === null) return { kind: "saving" };
  const isStopped =
    isGone(problem) ||
    problem.code === "clips-unavailable" ||
    (hasFaultyFile(problem) && !problem.retryable);
  return { kind: isStopped ? "stopped" : "retrying", problem };
}

/** Whether Kirin no longer has what was requested. */
export function isGone({ code }: Problem): boolean {
  return GONE_CODES.has(code);
}

/** Whether the file at Kirin is not a valid clip. */
export function hasFaultyFile({ code }: Problem): boolean {
  return FILE_FAULT_CODES.has(code);
}

/** Whether Kirin can still serve the clips, as far as is known. */
export function mayBeAtKirin({ clipsProblem }: LibraryEntry): boolean {
  return clipsProblem === null || !(isGone(clipsProblem) || NOT_VIDEO_CODES.has(clipsProblem.code));
}

/** Whether all or some of the clips may be on this device. */
export function mayBeOnDevice({ clipsKeptAt, clipsProblem }: LibraryEntry): boolean {
  return clipsKeptAt !== null || clipsProblem !== null;
}

/** Whether the clips are about to be on this device, so that they need not be requested for anything else. */
export function isBeingSaved(entry: LibraryEntry): boolean {
  return savingStateOf(entry)?.kind === "saving";
}

/** Delay before the next download after `failures` failed ones. */
export function saveDelayMs(failures: number, problem: Problem): number {
  const doubledMs = Math.min(RETRY_MIN_MS * 2 ** (failures - 1), RETRY_MAX_MS);
  return Math.max(doubledMs, askedDelayMs(problem));
}

/** The delay that the clip's host asked for with `Retry-After`, up to the maximum. */
export function askedDelayMs({ retryAfterSeconds = 0 }: Problem): number {
  return Math.min(retryAfterSeconds * 1000, RETRY_MAX_MS);
}
