/**
 * How an entry changes: one pure function for each thing that can happen. A function that has nothing to say returns the
 * very same entry. Ends never change, an older answer never overwrites a newer one, and an answer about another task is
 * not ours.
 */
import type { Generation } from "#contract/generation.ts";
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { isEndStatus } from "#kirin/task-status.ts";
import type { LibraryEntry } from "./library-entry.ts";
import { studioProblem } from "./studio-problem.ts";

interface PrepareParts {
  id: string;
  request: KirinRequest;
  pairId: string | null;
  retryOf: string | null;
  now: string;
}

/** The entry that is journalled before anything is sent. Its id is the task id, unless the creator typed one. */
export function prepareEntry({ id, request, pairId, retryOf, now }: PrepareParts): LibraryEntry {
  const externalTaskId = request.external_task_id ?? id;
  return {
    id,
    externalTaskId,
    pairId,
    retryOf,
    request: { ...request, external_task_id: externalTaskId },
    phase: "sending",
    preparedAt: now,
    sentAt: now,
    acceptedAt: null,
    runningAt: null,
    unendedAt: null,
    endedAt: null,
    heardAt: null,
    generation: null,
    problem: null,
    isWatched: true,
  };
}

/** When an answer was asked for and when it came, ISO by the creator's clock. */
export interface AnswerTimes {
  askedAt: string;
  now: string;
}

/** Kirin answered about a task. */
export function applyAnswer(
  entry: LibraryEntry,
  answer: Generation,
  { askedAt, now }: AnswerTimes,
): LibraryEntry {
  if (entry.phase === "ended" || !isAboutEntry(entry, answer)) return entry;
  const isEnd = isEndStatus(answer.status);
  // An end is final whenever it was asked for; anything else must be news.
  if (!isEnd && isOlder(entry, answer, { askedAt, now })) return entry;
  return {
    ...entry,
    phase: isEnd ? "ended" : "watching",
    acceptedAt: entry.acceptedAt ?? now,
    runningAt: entry.runningAt ?? (answer.status === "running" ? now : null),
    unendedAt: isEnd ? entry.unendedAt : askedAt,
    endedAt: isEnd ? now : null,
    heardAt: now,
    generation: answer,
    problem: null,
  };
}

function isAboutEntry(entry: LibraryEntry, answer: Generation): boolean {
  if (entry.generation !== null) return answer.id === entry.generation.id;
  return answer.externalTaskId === null || answer.externalTaskId === entry.externalTaskId;
}

function isOlder(entry: LibraryEntry, answer: Generation, { askedAt, now }: AnswerTimes): boolean {
  const known = entry.generation?.updatedAt;
  if (known && answer.updatedAt && known !== answer.updatedAt) return answer.updatedAt < known;
  // Without Kirin's own times: what was asked before the last answer came may be older than it. An answer "heard" in the
  // future only says that the creator's clock was set back since.
  return entry.heardAt !== null && entry.heardAt <= now && askedAt < entry.heardAt;
}

/** The create failed. What that means for the money decides: refused, or to be read back. */
export function applyCreateProblem(entry: LibraryEntry, problem: Problem): LibraryEntry {
  if (entry.phase !== "sending" && entry.phase !== "unknown") return entry;
  // An id that was used before is ours: the task under it is the one.
  const isKnownToKirin = problem.code === "duplicate-task-id";
  const isRefused = problem.outcome === "refused" || problem.outcome === "not-sent";
  return { ...entry, phase: isRefused && !isKnownToKirin ? "refused" : "unknown", problem };
}

/** Found `sending` when the studio starts: whoever waited for that answer is gone. */
export function applyRestart(entry: LibraryEntry): LibraryEntry {
  return entry.phase === "sending" ? { ...entry, phase: "unknown" } : entry;
}

interface ReadProblemTimes {
  now: string;
  /** How long the proxy waits for the answer to a create. */
  createTimeoutMs: number;
}

/** A read failed. That never ends a task; it can only show that a create which nobody answered never arrived. */
export function applyReadProblem(
  entry: LibraryEntry,
  problem: Problem,
  { now, createTimeoutMs }: ReadProblemTimes,
): LibraryEntry {
  if (entry.phase === "watching") {
    return entry.problem?.code === problem.code ? entry : { ...entry, problem };
  }
  if (entry.phase !== "unknown" || problem.code !== "task-not-found") return entry;
  const ageMs = Date.parse(now) - Date.parse(entry.sentAt);
  if (ageMs < 2 * createTimeoutMs) return entry;
  return {
    ...entry,
    phase: "refused",
    problem: studioProblem("never-arrived", {
      detail: "Kirin has no task under this id: the request never reached it.",
      retryable: true,
      outcome: "not-sent",
    }),
  };
}

/** The creator sends once more what never arrived, under the same id. */
export function applyResend(entry: LibraryEntry, now: string): LibraryEntry {
  return canResend(entry) ? { ...entry, phase: "sending", sentAt: now, problem: null } : entry;
}

/** Whether the same entry may be sent again under its own id: only when Kirin is known not to have it. */
export function canResend(entry: LibraryEntry): boolean {
  return entry.phase === "refused" && entry.problem?.code === "never-arrived";
}

/** The creator stops watching, or watches again. Kirin goes on either way. */
export function setWatched(entry: LibraryEntry, isWatched: boolean): LibraryEntry {
  return entry.phase === "ended" || entry.isWatched === isWatched ? entry : { ...entry, isWatched };
}

/** Whether there is something to learn of an entry by asking Kirin. */
export function needsReading(entry: LibraryEntry): boolean {
  return entry.phase === "unknown" || (entry.phase === "watching" && entry.isWatched);
}

/** The id to ask Kirin by: its own, once it is known. */
export function readingId(entry: LibraryEntry): string {
  return entry.generation?.id ?? entry.externalTaskId;
}

/** Whether a new entry may try the same again: after a failure or a refusal, and never while the outcome is unknown. */
export function canRetry(entry: LibraryEntry): boolean {
  if (canResend(entry)) return false;
  return entry.phase === "refused" || entry.generation?.status === "failed";
}
