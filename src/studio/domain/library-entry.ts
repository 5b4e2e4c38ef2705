/**
 * One generation as the creator keeps it: what was asked, what became of the asking, and the last that Kirin said.
 */
import type { Generation } from "#contract/generation.ts";
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";

/**
 * Where an entry stands.
 * `sending`: journalled, the create is under way · `unknown`: nobody knows whether Kirin has it, it is being read back ·
 * `refused`: Kirin or the proxy said no, nothing was created · `watching`: Kirin has it and it has not ended ·
 * `ended`: Kirin said completed or failed.
 */
export const ENTRY_PHASES = ["sending", "unknown", "refused", "watching", "ended"] as const;
export type EntryPhase = (typeof ENTRY_PHASES)[number];

export interface LibraryEntry {
  /** Ours, minted at the click. Also the `external_task_id`, unless the creator typed one. */
  id: string;
  externalTaskId: string;
  /** Shared by the std and the pro generation of one press of "Generate both". */
  pairId: string | null;
  /** The failed or refused entry this one tries again. */
  retryOf: string | null;
  /** As it was sent, `external_task_id` included. */
  request: KirinRequest;
  phase: EntryPhase;
  /** ISO times by the creator's clock. */
  preparedAt: string;
  /** When the create was last sent; the age of an unanswered create counts from here. */
  sentAt: string;
  acceptedAt: string | null;
  /** When Kirin was first heard to be working on it. */
  runningAt: string | null;
  /** When the last question was asked that Kirin answered with "not yet"; with `endedAt` it brackets the end. */
  unendedAt: string | null;
  endedAt: string | null;
  /** When Kirin last answered about it. */
  heardAt: string | null;
  /** The last that Kirin said; at an end, what stays. */
  generation: Generation | null;
  /** Why the create or the last read failed, or null when all is well. */
  problem: Problem | null;
  /** False once the creator chose to stop watching; Kirin goes on, and charges. */
  isWatched: boolean;
}
