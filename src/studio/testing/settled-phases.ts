/** Phases that an entry leaves only through an action of the creator. */
import type { EntryPhase } from "#studio/domain/life/library-entry.ts";

export const SETTLED_PHASES: ReadonlySet<string> = new Set<EntryPhase>([
  "completed",
  "failed",
  "refused",
  "withdrawn",
  "lost",
  "never-arrived",
]);
