/** How an entry came out, in one word. */
import type { LibraryEntry } from "./library-entry.ts";

export type Outcome = "completed" | "failed" | "refused";

/** Null while it is under way. */
export function outcomeOf({ phase, generation }: LibraryEntry): Outcome | null {
  if (phase === "refused") return "refused";
  if (phase !== "ended") return null;
  return generation?.status === "completed" ? "completed" : "failed";
}
