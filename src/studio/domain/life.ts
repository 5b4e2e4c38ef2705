/**
 * How an entry changes: a pure state machine over `LIFE_TABLE`. An event that has nothing to say returns the very same
 * entry. Ends never change, an older answer never overwrites a newer one, and an answer about another task is not ours.
 */
import type { Generation } from "#contract/generation.ts";
import type { Problem } from "#contract/problem.ts";
import { isEndStatus } from "#kirin/task-status.ts";
import { type FailedRead, missKnown, missUnanswered } from "./failed-read.ts";
import { holdFor } from "./hold.ts";
import type { Hold, LibraryEntry } from "./library-entry.ts";
import { LIFE_TABLE } from "./life-table.ts";
import { parameterDifferences } from "./parameter-differences.ts";

/** Something that happened to an entry. Times are ISO, by the creator's clock. */
export type LifeEvent =
  | { type: "claim"; now: string }
  /** `attempt` is the number of the create that this is about; a later one knows nothing of it. */
  | { type: "release"; attempt: number }
  | { type: "hold"; hold: Hold }
  | { type: "requeue"; queuedAt?: string; retryAt?: string }
  | { type: "withdraw"; now: string }
  | { type: "abandon" }
  | { type: "create-problem"; problem: Problem; attempt: number; now: string }
  | { type: "answer"; answer: Generation; from: "create" | "read"; askedAt: string; now: string }
  | ({ type: "read-problem" } & FailedRead)
  | { type: "send-again"; now: string }
  | { type: "watch"; isWatched: boolean }
  | { type: "see"; now: string }
  /** Kept; or not, for a reason; or neither: they are to be fetched again. */
  | { type: "keep"; keptAt: string | null; problem: Problem | null };

type EventOf<Type extends LifeEvent["type"]> = Extract<LifeEvent, { type: Type }>;

/** The entry after an event; the very same one when it has nothing to say. */
export function step(entry: LibraryEntry, event: LifeEvent): LibraryEntry {
  return LIFE_TABLE[entry.phase][event.type] === undefined ? entry : change(entry, event);
}

function change(entry: LibraryEntry, event: LifeEvent): LibraryEntry {
  switch (event.type) {
    case "claim":
      return {
        ...entry,
        phase: "sending",
        attempts: entry.attempts + 1,
        sentAt: event.now,
        missing: null,
      };
    case "release":
      return event.attempt === entry.attempts
        ? { ...entry, phase: "prepared", hold: null, missing: null }
        : entry;
    case "hold":
      return { ...entry, phase: "held", hold: event.hold };
    case "requeue":
      return requeue(entry, event);
    case "withdraw":
      return { ...entry, phase: "withdrawn", hold: null, endedAt: event.now };
    case "abandon":
      return { ...entry, phase: "unknown" };
    case "create-problem":
      return failCreate(entry, event);
    case "answer":
      return takeAnswer(entry, event);
    case "read-problem":
      return entry.phase === "unknown" ? missUnanswered(entry, event) : missKnown(entry, event);
    case "send-again":
      return { ...entry, phase: "prepared", queuedAt: event.now, problem: null, hold: null };
    case "watch":
      return watch(entry, event);
    case "see":
      return entry.seenAt === null ? { ...entry, seenAt: event.now } : entry;
    case "keep":
      return keep(entry, event);
  }
}

function requeue(entry: LibraryEntry, { queuedAt, retryAt }: EventOf<"requeue">): LibraryEntry {
  const moved = queuedAt === undefined ? entry : { ...entry, queuedAt };
  const { hold } = moved;
  // A time that Kirin named is kept.
  if (retryAt === undefined || hold === null || hold.isAsked) return moved;
  return { ...moved, hold: { ...hold, retryAt } };
}

/** The create failed. What that means for the money decides: refused, held for a better time, or to be read back. */
function failCreate(entry: LibraryEntry, event: EventOf<"create-problem">): LibraryEntry {
  const { problem, attempt, now } = event;
  if (attempt !== entry.attempts) return entry;
  // An id that was used before: the task under it is the one.
  const isConflict = problem.code === "duplicate-task-id";
  if (isConflict || (problem.outcome !== "refused" && problem.outcome !== "not-sent")) {
    return { ...entry, phase: "unknown", problem, isConflict: entry.isConflict || isConflict };
  }
  const hold = holdFor(problem, entry.hold, now);
  return hold === null
    ? { ...entry, phase: "refused", problem, hold }
    : { ...entry, phase: "held", problem, hold };
}

function takeAnswer(entry: LibraryEntry, event: EventOf<"answer">): LibraryEntry {
  const { answer, from, askedAt, now } = event;
  if (!isAboutEntry(entry, answer)) return entry;
  const isEnd = isEndStatus(answer.status);
  // An end is final whenever it was asked for; anything else must be news.
  if (!isEnd && isOlder(entry, event)) return entry;
  const isRead = from === "read" || entry.phase === "waiting";
  return {
    ...entry,
    phase: isEnd ? endOf(answer) : isRead ? "waiting" : "accepted",
    acceptedAt: entry.acceptedAt ?? now,
    runningAt: entry.runningAt ?? (answer.status === "running" ? now : null),
    unendedAt: isEnd ? entry.unendedAt : askedAt,
    endedAt: isEnd ? now : null,
    heardAt: now,
    generation: answer,
    problem: null,
    hold: null,
    missing: null,
    differences: entry.isConflict ? parameterDifferences(entry, answer) : entry.differences,
  };
}

function endOf({ status }: Generation): "completed" | "failed" {
  return status === "completed" ? "completed" : "failed";
}

function isAboutEntry(entry: LibraryEntry, answer: Generation): boolean {
  if (entry.generation !== null) return answer.id === entry.generation.id;
  const { echoedTaskId = answer.externalTaskId } = answer;
  return echoedTaskId === null || isSameId(echoedTaskId, entry.externalTaskId);
}

/** Gateways may change the case of an id and put spaces around it. */
function isSameId(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function isOlder(entry: LibraryEntry, { answer, askedAt, now }: EventOf<"answer">): boolean {
  const known = entry.generation?.updatedAt;
  if (known && answer.updatedAt && known !== answer.updatedAt) return answer.updatedAt < known;
  // Without Kirin's own times: what was asked before the last answer came may be older than it. An answer "heard" in the
  // future only says that the creator's clock was set back since.
  return entry.heardAt !== null && entry.heardAt <= now && askedAt < entry.heardAt;
}

/** What another tab could not fetch does not undo what is kept; only a copy that is gone does. */
function keep(entry: LibraryEntry, { keptAt, problem }: EventOf<"keep">): LibraryEntry {
  const isFetchedAgain = keptAt === null && problem === null;
  if (entry.clipsKeptAt !== null && !isFetchedAgain) return entry;
  return { ...entry, clipsKeptAt: keptAt, clipsProblem: problem };
}

/** The creator stops watching, or watches again, also what was lost. Kirin goes on either way. */
function watch(entry: LibraryEntry, { isWatched }: EventOf<"watch">): LibraryEntry {
  if (entry.phase === "lost") {
    return isWatched ? { ...entry, phase: "waiting", missing: null, isWatched } : entry;
  }
  return entry.isWatched === isWatched ? entry : { ...entry, isWatched };
}
