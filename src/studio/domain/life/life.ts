/**
 * The pure state machine of an entry, following `LIFE_TABLE`. An event that changes nothing returns the same object. A
 * final status never changes, an older response never overwrites a newer one, and responses about other tasks are
 * ignored.
 */
import type { Generation } from "#contract/generation.ts";
import type { Problem } from "#contract/problem.ts";
import { isEndStatus } from "#kirin/task-status.ts";
import { holdFor } from "#studio/domain/life/hold.ts";
import { type FailedRead, failReadOfCreate, failReadOfTask } from "./failed-read.ts";
import type { Hold, LibraryEntry } from "./library-entry.ts";
import { LIFE_TABLE } from "./life-table.ts";
import { parameterDifferences } from "./parameter-differences.ts";

/** An event of an entry. Times are ISO, by the creator's clock. */
export type LifeEvent =
  | { type: "claim"; now: string }
  /**
   * `attempt` is the number of the create that the event is about. The event is ignored once a later create was sent.
   */
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
  /**
   * A `keptAt` means that the clips are saved, a `problem` that they could not be, and neither that they must be
   * fetched again.
   */
  | { type: "keep"; keptAt: string | null; problem: Problem | null };

type EventOf<Type extends LifeEvent["type"]> = Extract<LifeEvent, { type: Type }>;

/** Returns the entry after an event. Returns the same object if nothing changes. */
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
      return entry.phase === "unknown"
        ? failReadOfCreate(entry, event)
        : failReadOfTask(entry, event);
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
  // A time that Kirin set is not moved.
  if (retryAt === undefined || hold === null || hold.isAsked) return moved;
  return { ...moved, hold: { ...hold, retryAt } };
}

/**
 * Handles a failed create. The outcome decides whether it is refused, held, or read back to see whether Kirin has it.
 */
function failCreate(entry: LibraryEntry, event: EventOf<"create-problem">): LibraryEntry {
  const { problem, attempt, now } = event;
  if (attempt !== entry.attempts) return entry;
  // The id was used before, so the task under that id may be this generation.
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
  // A final status counts no matter when the read was sent. Any other response must be newer than the known one.
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

/** Gateways may change the case of an id or add spaces around it. */
function isSameId(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function isOlder(entry: LibraryEntry, { answer, askedAt, now }: EventOf<"answer">): boolean {
  const known = entry.generation?.updatedAt;
  if (known && answer.updatedAt && known !== answer.updatedAt) return answer.updatedAt < known;
  // Without Kirin's timestamps, a response whose read was sent before the last response arrived may be older than that
  // one. A `heardAt` in the future means that the creator's clock was set back, so it is not compared.
  return entry.heardAt !== null && entry.heardAt <= now && askedAt < entry.heardAt;
}

/** A failed download in another tab does not undo a saved copy. Only the loss of the copy does. */
function keep(entry: LibraryEntry, { keptAt, problem }: EventOf<"keep">): LibraryEntry {
  const isFetchedAgain = keptAt === null && problem === null;
  if (entry.clipsKeptAt !== null && !isFetchedAgain) return entry;
  return { ...entry, clipsKeptAt: keptAt, clipsProblem: problem };
}

/** Stops or resumes watching, which does not affect the task at Kirin. Watching a lost task again resumes its reads. */
function watch(entry: LibraryEntry, { isWatched }: EventOf<"watch">): LibraryEntry {
  if (entry.phase === "lost") {
    return isWatched ? { ...entry, phase: "waiting", missing: null, isWatched } : entry;
  }
  return entry.isWatched === isWatched ? entry : { ...entry, isWatched };
}
