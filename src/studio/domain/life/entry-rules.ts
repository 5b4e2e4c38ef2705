/** Rules that decide what can be done with an entry in its current state. */
import type { EntryPhase, LibraryEntry } from "./library-entry.ts";

/** How long the studio keeps looking for a create that it gave up on, in case it arrives late. */
const LATE_ARRIVAL_MS = 60 * 60_000;

const UNFINISHED_PHASES: ReadonlySet<EntryPhase> = new Set(["accepted", "waiting"]);
const QUEUED_PHASES: ReadonlySet<EntryPhase> = new Set(["prepared", "held"]);

/** Phases in which creating the same clip again may be charged twice. */
export type RiskyPhase = Extract<EntryPhase, "unknown" | "never-arrived" | "lost" | "refused">;

/** Whether the entry is queued and nothing of it has reached Kirin. */
export function isQueued({ phase }: LibraryEntry): boolean {
  return QUEUED_PHASES.has(phase);
}

/** Whether Kirin has accepted the task and it has not ended. */
export function hasUnfinishedTask({ phase }: LibraryEntry): boolean {
  return UNFINISHED_PHASES.has(phase);
}

/** Whether the entry may occupy one of Kirin's parallel slots. */
export function mayTakeSlot(entry: LibraryEntry): boolean {
  return hasUnfinishedTask(entry) || entry.phase === "sending" || entry.phase === "unknown";
}

/** Whether Kirin reported a final status. */
export function isEnded({ phase }: LibraryEntry): boolean {
  return phase === "completed" || phase === "failed";
}

/** Whether the create was sent and then reported missing, so a task may still appear under its id. */
export function mayArriveLate({ phase, isConflict, attempts }: LibraryEntry): boolean {
  if (phase === "refused") return isConflict;
  return phase === "never-arrived" || (phase === "withdrawn" && attempts > 0);
}

/** Whether reading the task from Kirin can return something new. */
export function needsReading(entry: LibraryEntry, nowMs: number): boolean {
  if (entry.phase === "unknown") return true;
  if (mayArriveLate(entry)) {
    const sinceMs = Date.parse(entry.missing?.since ?? entry.sentAt ?? entry.preparedAt);
    return nowMs - sinceMs < LATE_ARRIVAL_MS;
  }
  return hasUnfinishedTask(entry) && entry.isWatched;
}

/** The id to read the task by: Kirin's id if known, otherwise the external task id. */
export function lookupId(entry: LibraryEntry): string {
  return entry.generation?.id ?? entry.externalTaskId;
}

/** Whether the same entry may be sent again under the same id. Only safe when Kirin is known not to have the task. */
export function canSendAgain({ phase }: LibraryEntry): boolean {
  return phase === "never-arrived";
}

/**
 * The phase in which sending the same request under a new id may be charged twice, because Kirin may have the task or
 * still receive it. Null if there is no such risk.
 */
export function riskOfPayingTwice({ phase, isConflict }: LibraryEntry): RiskyPhase | null {
  switch (phase) {
    case "unknown":
    case "never-arrived":
    case "lost":
      return phase;
    case "refused":
      return isConflict ? phase : null;
    default:
      return null;
  }
}

/** Whether the task has ended and the creator has not seen the result. */
export function isUnseen(entry: LibraryEntry): boolean {
  return isEnded(entry) && entry.seenAt === null;
}
