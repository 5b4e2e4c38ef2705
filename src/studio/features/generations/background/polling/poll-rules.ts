/** Which entries are read from Kirin, and when. Pure: the watcher sets the timers and reads. */
import type { Problem } from "#contract/problem.ts";
import { mayArriveLate, needsReading } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import {
  askedDelayMs,
  lateArrivalDelayMs,
  pollDelayMs,
  recheckDelayMs,
} from "#studio/domain/polling/poll-delay.ts";
import type { PollPlan } from "#studio/domain/polling/poll-plan.ts";

/** Why an entry is read: its create has no answer, its task may appear late, or its task is not finished. */
export type PollSubject = "unknown" | "late" | "task";

/** The reads of one entry for one reason. */
export interface Poll {
  subject: PollSubject;
  /** `scheduled` for the next read, `waiting` for a free connection, or `reading`. */
  phase: "scheduled" | "waiting" | "reading";
  reads: number;
  /** Failed reads since the last successful one. */
  failures: number;
  /** The problem of the last read. */
  problem: Problem | null;
  /** Time of the last read by any tab. */
  askedAtMs: number;
}

/** `due`: the timer has fired. `ask`: a connection is free. `answer`: the read has ended, with this problem or none. */
export type PollEvent =
  | { type: "due" }
  | { type: "ask"; nowMs: number }
  | { type: "answer"; problem: Problem | null };

/** Returns the poll after an event. */
export function pollStep(poll: Poll, event: PollEvent): Poll {
  switch (event.type) {
    case "due":
      return { ...poll, phase: "waiting" };
    case "ask":
      return { ...poll, phase: "reading", askedAtMs: event.nowMs };
    case "answer":
      return {
        ...poll,
        phase: "scheduled",
        reads: poll.reads + 1,
        failures: event.problem === null ? 0 : poll.failures + 1,
        problem: event.problem,
      };
  }
}

/** The polls to end and to begin after a change of the library. */
export interface PollChanges {
  /** Ids whose polls end. */
  ended: readonly string[];
  /** Polls that begin. An entry that is read for another reason than before is in both. */
  begun: readonly { entry: LibraryEntry; poll: Poll }[];
}

/** Compares the polls with the library. */
export function followLibrary(
  polls: ReadonlyMap<string, { poll: Poll }>,
  entries: readonly LibraryEntry[],
  nowMs: number,
): PollChanges {
  const wanted = new Map(
    entries.filter((entry) => needsReading(entry, nowMs)).map((entry) => [entry.id, entry]),
  );
  const isCurrent = (entry: LibraryEntry | undefined, poll: Poll | undefined) =>
    entry !== undefined && subjectOf(entry) === poll?.subject;
  return {
    ended: [...polls].flatMap(([id, { poll }]) => (isCurrent(wanted.get(id), poll) ? [] : [id])),
    begun: [...wanted.values()].flatMap((entry) => {
      const before = polls.get(entry.id)?.poll;
      return isCurrent(entry, before) ? [] : [{ entry, poll: beginPoll(entry, before) }];
    }),
  };
}

function subjectOf(entry: LibraryEntry): PollSubject {
  if (entry.phase === "unknown") return "unknown";
  return mayArriveLate(entry) ? "late" : "task";
}

function beginPoll(entry: LibraryEntry, before: Poll | undefined): Poll {
  return {
    subject: subjectOf(entry),
    phase: "scheduled",
    reads: 0,
    failures: 0,
    problem: null,
    // The previous leader may have just read it.
    askedAtMs: before?.askedAtMs ?? Date.parse(entry.heardAt ?? entry.preparedAt),
  };
}

export interface ReadSituation {
  nowMs: number;
  /** The shortest gap that the proxy allows. */
  pollMinMs: number;
  isHidden: boolean;
  /** Computes the plan for generations of this kind. Only called for a task. */
  plan: () => PollPlan;
}

/** Milliseconds until the first read of a new poll. An unanswered create is looked up at once. */
export function firstReadDelayMs(entry: LibraryEntry, poll: Poll, now: ReadSituation): number {
  return poll.subject === "unknown" ? 0 : readDelayMs(entry, poll, now);
}

/** Milliseconds until the next read. */
export function readDelayMs(entry: LibraryEntry, poll: Poll, now: ReadSituation): number {
  const { nowMs, pollMinMs, isHidden } = now;
  const { subject, reads, failures, problem } = poll;
  if (subject === "unknown") return Math.max(recheckDelayMs(reads), askedDelayMs(problem));
  if (subject === "late") return Math.max(lateArrivalDelayMs(reads), askedDelayMs(problem));
  return pollDelayMs(entry, { nowMs, pollMinMs, failures, problem, isHidden, plan: now.plan() });
}

/** Whether an entry may be read at once. Not if it was just read, is being read, or Kirin set a retry time. */
export function mayReadNow(
  poll: Poll,
  { nowMs, pollMinMs }: Pick<ReadSituation, "nowMs" | "pollMinMs">,
): boolean {
  const remainingMs = Math.max(pollMinMs, askedDelayMs(poll.problem));
  // A last read in the future means that the clock was set back.
  return poll.phase === "scheduled" && Math.abs(nowMs - poll.askedAtMs) >= remainingMs;
}
