/** Phases in which an entry stays unless its creator does something. */
import type { EntryPhase } from "#studio/domain/life/library-entry.ts";

export const SETTLED_PHASES: ReadonlySet<string> = new Set<EntryPhase>([
  "completed",
  "failed",
  "refused",
  "withdrawn",
  "lost",
  "never-arrived",
]);
