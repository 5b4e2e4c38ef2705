/**
 * One generation as the creator keeps it: what was asked, what became of the asking, and the last that Kirin said.
 */
import type { Generation } from "#contract/generation.ts";
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";

/**
 * Where a generation stands; `life-table.ts` says what can happen in each.
 * `prepared`: journalled, nothing has left · `held`: nothing is at Kirin, it waits for a reason to go ·
 * `sending`: a create may be on its way · `unknown`: nobody knows whether Kirin has it, it is being read back ·
 * `never-arrived`: Kirin has no such task, asked late enough to be sure · `accepted`: Kirin answered the create ·
 * `waiting`: Kirin was asked since, and it has not ended · `completed`, `failed`: Kirin's word, final ·
 * `refused`: Kirin or the proxy said no for good, nothing was created · `lost`: Kirin had it and no longer knows it ·
 * `withdrawn`: taken back before it left.
 */
export const ENTRY_PHASES = [
  "prepared",
  "held",
  "sending",
  "unknown",
  "never-arrived",
  "accepted",
  "waiting",
  "completed",
  "failed",
  "refused",
  "lost",
  "withdrawn",
] as const;
export type EntryPhase = (typeof ENTRY_PHASES)[number];

/**
 * Why something waits in the queue.
 * `offline`: this device has no network · `server-away`: the studio's own server does not answer · `no-key`: the server
 * has no key · `key-refused`: Kirin does not accept it · `balance`: it is too low · `slots`: all parallel slots are in use ·
 * `pace`: Kirin asked for fewer requests · `kirin-away`: the server could not connect to Kirin.
 */
export const HOLD_REASONS = [
  "offline",
  "server-away",
  "no-key",
  "key-refused",
  "balance",
  "slots",
  "pace",
  "kirin-away",
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** A stay in the queue. */
export interface Hold {
  reason: HoldReason;
  /** ISO; since when for this reason. */
  since: string;
  /** How often it was tried for this reason. */
  tries: number;
  /** ISO; when it is tried again, unless the reason is known to be gone before. */
  retryAt: string;
  /** Whether Kirin itself named that time (`Retry-After`): then it is kept whatever happens. */
  isAsked: boolean;
}

/** Reads in a row at which Kirin did not know the task. */
export interface Missing {
  /** ISO; when the first of them was asked. */
  since: string;
  reads: number;
}

export interface LibraryEntry {
  /** Ours, minted at the click. Also the `external_task_id`, unless the creator typed one. */
  id: string;
  externalTaskId: string;
  /** Shared by the std and the pro generation of one press of "Generate both". */
  pairId: string | null;
  /** The failed or refused entry this one tries again. */
  retryOf: string | null;
  /** Names the press it came from, so that the same press in another tab is known for the same; null for none. */
  pressKey: string | null;
  /** As it was sent, `external_task_id` included. */
  request: KirinRequest;
  phase: EntryPhase;
  /** ISO times by the creator's clock. */
  preparedAt: string;
  /** Its place in the queue of what has not left: a time, so that new ones come last. */
  queuedAt: string;
  /** How many creates were sent, or were about to be. */
  attempts: number;
  /** When the create was last sent; the age of an unanswered create counts from here. */
  sentAt: string | null;
  acceptedAt: string | null;
  /** When Kirin was first heard to be working on it. */
  runningAt: string | null;
  /** When the last question was asked that Kirin answered with "not yet"; with `endedAt` it brackets the end. */
  unendedAt: string | null;
  endedAt: string | null;
  /** When Kirin last answered about it. */
  heardAt: string | null;
  /** When the creator saw the end of it; null while it is news. */
  seenAt: string | null;
  /** When all its clips were safe on this device. */
  clipsKeptAt: string | null;
  /** Why they are not, after the last try. */
  clipsProblem: Problem | null;
  /** The last that Kirin said; at an end, what stays. */
  generation: Generation | null;
  /** Why the create or the last read failed, or null when all is well. */
  problem: Problem | null;
  hold: Hold | null;
  missing: Missing | null;
  /**
   * When the clock of this computer last jumped while it was under way, by the clock after that; null for never. Lengths
   * across a jump are not known.
   */
  jumpedAt: string | null;
  /** Whether Kirin said that its id had been used before. */
  isConflict: boolean;
  /** In what the task found under a used id differs from what was asked here: Kirin's parameter names. */
  differences: readonly string[];
  /** False once the creator chose to stop watching; Kirin goes on, and charges. */
  isWatched: boolean;
}
