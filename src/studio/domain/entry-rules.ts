/** What may be done with an entry as it stands. */
import { isPromptRefusal } from "#kirin/prompt-refusal.ts";
import type { EntryPhase, LibraryEntry } from "./library-entry.ts";

/** How long a create that was given up is looked for now and then, in case it was only very late. */
const LATE_ARRIVAL_MS = 60 * 60_000;

const WITH_TASK: ReadonlySet<EntryPhase> = new Set(["accepted", "waiting"]);
const QUEUED: ReadonlySet<EntryPhase> = new Set(["prepared", "held"]);

/** The ways in which a second one may be paid twice. */
export type RiskyPhase = Extract<EntryPhase, "unknown" | "never-arrived" | "lost" | "refused">;

/** Whether nothing of it has reached Kirin yet, and it waits for its turn. */
export function isQueued({ phase }: LibraryEntry): boolean {
  return QUEUED.has(phase);
}

/** Whether Kirin has it, and it has not ended. */
export function isUnderWay({ phase }: LibraryEntry): boolean {
  return WITH_TASK.has(phase);
}

/** Whether it may take one of Kirin's parallel slots. */
export function mayTakeSlot(entry: LibraryEntry): boolean {
  return isUnderWay(entry) || entry.phase === "sending" || entry.phase === "unknown";
}

/** Whether Kirin said how it ended. */
export function isEnded({ phase }: LibraryEntry): boolean {
  return phase === "completed" || phase === "failed";
}

/** Whether its create was given up although it left: a task may yet turn up under its id. */
export function mayArriveLate({ phase, isConflict, attempts }: LibraryEntry): boolean {
  if (phase === "refused") return isConflict;
  return phase === "never-arrived" || (phase === "withdrawn" && attempts > 0);
}

/** Whether there is something to learn of an entry by asking Kirin. */
export function needsReading(entry: LibraryEntry, nowMs: number): boolean {
  if (entry.phase === "unknown") return true;
  if (mayArriveLate(entry)) {
    const sinceMs = Date.parse(entry.missing?.since ?? entry.sentAt ?? entry.preparedAt);
    return nowMs - sinceMs < LATE_ARRIVAL_MS;
  }
  return isUnderWay(entry) && entry.isWatched;
}

/** The id to ask Kirin by: its own, once it is known. */
export function readingId(entry: LibraryEntry): string {
  return entry.generation?.id ?? entry.externalTaskId;
}

/** Whether the same entry may be sent again under its own id: only when Kirin is known not to have it. */
export function canSendAgain({ phase }: LibraryEntry): boolean {
  return phase === "never-arrived";
}

/** Whether it ended with nothing at Kirin and nothing charged: a failure, a refusal, or nothing was sent. */
function cameToNothing({ phase, isConflict }: LibraryEntry): boolean {
  if (phase === "refused") return !isConflict;
  return phase === "failed" || phase === "withdrawn";
}

/** Whether Kirin's content check refused the prompt, at the create or later. */
export function isPromptRefused({ phase, problem, generation }: LibraryEntry): boolean {
  if (phase === "refused") return problem?.code === "upstream-prompt-refused";
  return phase === "failed" && generation?.error != null && isPromptRefusal(generation.error);
}

/** Whether a new entry may try the same again without a risk, and with a chance: a refused prompt is refused again. */
export function canRetry(entry: LibraryEntry): boolean {
  return cameToNothing(entry) && !isPromptRefused(entry);
}

/** Whether Kirin has a task under its id, or may get one. */
export function mayHaveTask(entry: LibraryEntry): boolean {
  return entry.phase === "failed" || !cameToNothing(entry);
}

/** Where it stands when making the same under a new id may pay for it twice: Kirin may have it, or get it yet. Null elsewhere. */
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

/** Whether its end is news to the creator. */
export function isNews(entry: LibraryEntry): boolean {
  return isEnded(entry) && entry.seenAt === null;
}
