/**
 * Handles failed reads. A failed read never ends a task. Only repeated "no such task" responses over some time change
 * the phase.
 */
import type { Problem } from "#contract/problem.ts";
import type { LibraryEntry, Missing } from "./library-entry.ts";
import { studioProblem } from "./studio-problem.ts";

/** A task counts as lost after this many consecutive reads that do not know it, spread over at least this much time. */
const MISSING_READS = 5;
const MISSING_MS = 120_000;
/** A single "no such task" can come from a read that overtook the create. */
const NEVER_ARRIVED_READS = 2;

export interface FailedRead {
  problem: Problem;
  /** ISO, by the creator's clock. */
  askedAt: string;
  /** How long the proxy waits for the response to a create. */
  createTimeoutMs: number;
}

/** Handles a failed read of an unanswered create. The only thing it can establish is that the create never arrived. */
export function failReadOfCreate(entry: LibraryEntry, event: FailedRead): LibraryEntry {
  const { problem, askedAt, createTimeoutMs } = event;
  if (problem.code !== "task-not-found") return entry;
  const missing = countMissing(entry, askedAt);
  if (entry.isConflict) {
    // Kirin reports both that the id is used and that there is no such task. Reads may lag behind creates, but only for
    // a while.
    return isGone(missing, askedAt)
      ? { ...entry, phase: "refused", missing: null }
      : { ...entry, missing };
  }
  // Uses the earlier time: if the clock was set back, `sentAt` may be in the future and never be old enough.
  const sinceMs = Math.min(Date.parse(entry.sentAt ?? entry.preparedAt), Date.parse(missing.since));
  if (Date.parse(askedAt) - sinceMs < 2 * createTimeoutMs || missing.reads < NEVER_ARRIVED_READS) {
    return { ...entry, missing };
  }
  return {
    ...entry,
    phase: "never-arrived",
    // The search for a late arrival starts now, because the create may be hours old after the computer slept.
    missing: { ...missing, since: askedAt },
    problem: studioProblem("never-arrived", {
      detail: "Kirin has no task under this id: the request never reached it.",
      retryable: true,
      outcome: "not-sent",
    }),
  };
}

/**
 * Handles a failed read of a task that Kirin knew. The entry becomes lost only if the task is missing for long enough.
 */
export function failReadOfTask(entry: LibraryEntry, event: FailedRead): LibraryEntry {
  const { problem, askedAt } = event;
  if (problem.code !== "task-not-found") {
    return entry.problem?.code === problem.code ? entry : { ...entry, problem };
  }
  const missing = countMissing(entry, askedAt);
  return isGone(missing, askedAt)
    ? { ...entry, phase: "lost", problem, missing }
    : { ...entry, problem, missing };
}

function countMissing({ missing }: LibraryEntry, askedAt: string): Missing {
  // A `since` in the future means that the creator's clock was set back, so the count restarts its time.
  const since = missing === null || missing.since > askedAt ? askedAt : missing.since;
  return { since, reads: (missing?.reads ?? 0) + 1 };
}

function isGone(missing: Missing, askedAt: string): boolean {
  const ms = Date.parse(askedAt) - Date.parse(missing.since);
  return missing.reads >= MISSING_READS && ms >= MISSING_MS;
}
