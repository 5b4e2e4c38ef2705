/**
 * What a read that failed says of an entry. It never ends a task; a "no such task" counts, and only after a while does it
 * say something.
 */
import type { Problem } from "#contract/problem.ts";
import type { LibraryEntry, Missing } from "./library-entry.ts";
import { studioProblem } from "./studio-problem.ts";

/** Reads in a row that do not know a task before it counts as lost, and the least time between the first and the last. */
const MISSING_READS = 5;
const MISSING_MS = 120_000;
/** A single "no such task" can be a read that was quicker than the create. */
const NEVER_ARRIVED_READS = 2;

export interface FailedRead {
  problem: Problem;
  /** ISO, by the creator's clock. */
  askedAt: string;
  /** How long the proxy waits for the answer to a create. */
  createTimeoutMs: number;
}

/** A read about a create that nobody answered. It can show that the create never arrived, and nothing else. */
export function missUnanswered(entry: LibraryEntry, event: FailedRead): LibraryEntry {
  const { problem, askedAt, createTimeoutMs } = event;
  if (problem.code !== "task-not-found") return entry;
  const missing = countMissing(entry, askedAt);
  if (entry.isConflict) {
    // Kirin says both: the id is used, and there is no such task. Reads may lag, but not for ever.
    return isGone(missing, askedAt)
      ? { ...entry, phase: "refused", missing: null }
      : { ...entry, missing };
  }
  // Whichever is earlier: after a clock was set back, a create "sent in the future" would never be old enough.
  const sinceMs = Math.min(Date.parse(entry.sentAt ?? entry.preparedAt), Date.parse(missing.since));
  if (Date.parse(askedAt) - sinceMs < 2 * createTimeoutMs || missing.reads < NEVER_ARRIVED_READS) {
    return { ...entry, missing };
  }
  return {
    ...entry,
    phase: "never-arrived",
    // A late arrival is looked for from here on: the create may be older than a night's sleep.
    missing: { ...missing, since: askedAt },
    problem: studioProblem("never-arrived", {
      detail: "Kirin has no task under this id: the request never reached it.",
      retryable: true,
      outcome: "not-sent",
    }),
  };
}

/** A read about a task that Kirin knew. Trouble never ends it; only when it is gone for long is it called lost. */
export function missKnown(entry: LibraryEntry, event: FailedRead): LibraryEntry {
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
  // A first time that lies ahead says that the creator's clock was set back since.
  const since = missing === null || missing.since > askedAt ? askedAt : missing.since;
  return { since, reads: (missing?.reads ?? 0) + 1 };
}

function isGone(missing: Missing, askedAt: string): boolean {
  const ms = Date.parse(askedAt) - Date.parse(missing.since);
  return missing.reads >= MISSING_READS && ms >= MISSING_MS;
}
