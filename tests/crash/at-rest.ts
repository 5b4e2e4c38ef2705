/** Where a generation needs nothing more, or only its creator. */
import type { EntryPhase } from "#studio/domain/life/library-entry.ts";

/** Phases of which nothing more comes by itself. */
export const AT_REST: ReadonlySet<string> = new Set<EntryPhase>([
  "completed",
  "failed",
  "refused",
  "withdrawn",
  "lost",
  // Asks for the creator.
  "never-arrived",
]);
