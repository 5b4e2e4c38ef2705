/** The status that lists and badges show for an entry. */
import type { EntryPhase, LibraryEntry } from "./library-entry.ts";

export type EntryStatus =
  | Exclude<EntryPhase, "prepared" | "accepted" | "waiting">
  | "queued"
  | "running"
  | "unwatched";

/** The statuses in which nothing more is expected to happen. */
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

/** The outcome of an entry, or null while it is in progress. */
export function outcomeOf(entry: LibraryEntry): Outcome | null {
  const status = entryStatus(entry);
  return isOutcome(status) ? status : null;
}

function isOutcome(status: EntryStatus): status is Outcome {
  return OUTCOMES.has(status);
}
