/** Whether the clips of a generation are safe on this device, and when they are asked for again. */
import type { Problem } from "#contract/problem.ts";
import type { LibraryEntry } from "./library-entry.ts";

/** The first wait after a download that failed, and the longest. */
const RETRY_MIN_MS = 2000;
const RETRY_MAX_MS = 10 * 60_000;

/** What Kirin says when it no longer has a clip. The proxy says so only of an address that was just read. */
const GONE = new Set(["clip-expired", "clip-not-found", "task-not-found"]);
/** The file itself is at fault, so that fetching it once more mostly brings the same. */
const FILE_FAULTS = new Set([
  "clip-not-video",
  "clip-empty",
  "clip-unreadable",
  "clip-cut-short",
  "clip-damaged",
]);
/** The server refuses to hand these files out at all. */
const NO_VIDEO = new Set(["clip-not-video", "clip-empty"]);
/** Downloads in a row of a file with a fault, until only the creator can ask again. */
export const FAULTY_DOWNLOADS = 4;
/** So soon after an end, "gone" can be a store that has not caught up: it is believed when it was said so often in a row. */
export const GONE_ANSWERS = 5;

/**
 * Where the clips of a finished generation are.
 * `kept`: on this device · `fetching`: being fetched, or about to be · `trouble`: fetched again by itself after a while ·
 * `stopped`: only the creator can ask again.
 */
export type Keeping =
  | { kind: "kept" }
  | { kind: "fetching" }
  | { kind: "trouble"; problem: Problem }
  | { kind: "stopped"; problem: Problem };

/** How it stands, or null where there are no clips. */
export function keepingOf(entry: LibraryEntry): Keeping | null {
  const { phase, generation, clipsKeptAt, clipsProblem: problem } = entry;
  if (phase !== "completed" || generation === null || generation.clips.length === 0) return null;
  if (clipsKeptAt !== null) return { kind: "kept" };
  if (problem === null) return { kind: "fetching" };
  const isStopped =
    isGone(problem) ||
    problem.code === "clips-unavailable" ||
    (hasFaultyFile(problem) && !problem.retryable);
  return { kind: isStopped ? "stopped" : "trouble", problem };
}

/** Whether Kirin no longer has what was asked for. */
export function isGone({ code }: Problem): boolean {
  return GONE.has(code);
}

/** Whether the file at Kirin is not the clip that was paid for. */
export function hasFaultyFile({ code }: Problem): boolean {
  return FILE_FAULTS.has(code);
}

/** Whether its clips can still be had from Kirin, as far as is known. */
export function isAtKirin({ clipsProblem }: LibraryEntry): boolean {
  return clipsProblem === null || !(isGone(clipsProblem) || NO_VIDEO.has(clipsProblem.code));
}

/** Whether it makes sense to look for its clips on this device: all are there, or some may be. */
export function mayBeOnDevice({ clipsKeptAt, clipsProblem }: LibraryEntry): boolean {
  return clipsKeptAt !== null || clipsProblem !== null;
}

/** How long to wait after so many downloads that failed. */
export function keepDelayMs(failures: number, problem: Problem): number {
  const doubledMs = Math.min(RETRY_MIN_MS * 2 ** (failures - 1), RETRY_MAX_MS);
  return Math.max(doubledMs, askedDelayMs(problem));
}

/** How long the clip's host asked to wait (`Retry-After`), within reason; that is kept whoever comes back. */
export function askedDelayMs({ retryAfterSeconds = 0 }: Problem): number {
  return Math.min(retryAfterSeconds * 1000, RETRY_MAX_MS);
}
