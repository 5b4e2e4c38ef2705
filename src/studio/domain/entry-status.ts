/** Where an entry stands, in the one word that lists and badges show. */
import type { LibraryEntry } from "./library-entry.ts";

export type EntryStatus =
  | "sending"
  | "unknown"
  | "refused"
  | "queued"
  | "running"
  | "unwatched"
  | "completed"
  | "failed";

/** How an entry came out. */
export type Outcome = Extract<EntryStatus, "completed" | "failed" | "refused">;

/** The status of an entry. */
export function entryStatus({ phase, generation, isWatched }: LibraryEntry): EntryStatus {
  if (phase === "ended") return generation?.status === "completed" ? "completed" : "failed";
  if (phase !== "watching") return phase;
  if (!isWatched) return "unwatched";
  return generation?.status === "queued" ? "queued" : "running";
}

/** How it came out, or null while it is under way. */
export function outcomeOf(entry: LibraryEntry): Outcome | null {
  const status = entryStatus(entry);
  return status === "completed" || status === "failed" || status === "refused" ? status : null;
}
