/** Where an entry stands, in the one word that lists and badges show. */
import type { EntryPhase, LibraryEntry } from "./library-entry.ts";

export type EntryStatus =
  | Exclude<EntryPhase, "prepared" | "accepted" | "waiting">
  | "queued"
  | "running"
  | "unwatched";

/** How an entry came out. */
export type Outcome = Extract<
  EntryStatus,
  "completed" | "failed" | "refused" | "never-arrived" | "lost" | "withdrawn"
>;

const OUTCOMES: ReadonlySet<EntryStatus> = new Set<Outcome>([
  "completed",
  "failed",
  "refused",
  "never-arrived",
  "lost",
  "withdrawn",
]);

/** The status of an entry. */
export function entryStatus({ phase, generation, isWatched }: LibraryEntry): EntryStatus {
  switch (phase) {
    case "prepared":
      return "sending";
    case "accepted":
    case "waiting":
      if (!isWatched) return "unwatched";
      return generation?.status === "queued" ? "queued" : "running";
    default:
      return phase;
  }
}

/** How it came out, or null while it is under way. */
export function outcomeOf(entry: LibraryEntry): Outcome | null {
  const status = entryStatus(entry);
  return isOutcome(status) ? status : null;
}

function isOutcome(status: EntryStatus): status is Outcome {
  return OUTCOMES.has(status);
}
