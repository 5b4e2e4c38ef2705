/** One generation in the creator's library: the request, the state of its create, and Kirin's latest response. */
import type { Generation } from "#contract/generation.ts";
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";

/**
 * The phase of a generation. `life-table.ts` lists the events that each phase allows.
 * - `prepared`: saved in the journal, not sent yet
 * - `held`: queued, nothing at Kirin, cannot be sent for the reason in `hold`
 * - `sending`: a create may be in flight
 * - `unknown`: Kirin may or may not have the task, the studio reads it to find out
 * - `never-arrived`: Kirin has no such task, confirmed late enough to be sure
 * - `accepted`: Kirin responded to the create
 * - `waiting`: Kirin responded to a later read and the task has not ended
 * - `completed`, `failed`: Kirin's final status
 * - `refused`: Kirin or the proxy refused the create for good, nothing was created
 * - `lost`: Kirin knew the task and no longer does
 * - `withdrawn`: cancelled before it was sent
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
 * Why a generation is held in the queue.
 * - `offline`: this device has no network
 * - `server-away`: the studio's server does not respond
 * - `no-key`: the server has no key
 * - `signed-out`: the studio's password has to be entered
 * - `key-refused`: Kirin does not accept the key
 * - `balance`: the balance is too low
 * - `slots`: all parallel slots are in use
 * - `pace`: Kirin asked for fewer requests
 * - `kirin-away`: the server could not connect to Kirin
 */
export const HOLD_REASONS = [
  "offline",
  "server-away",
  "no-key",
  "signed-out",
  "key-refused",
  "balance",
  "slots",
  "pace",
  "kirin-away",
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why an entry cannot be sent yet, and when it is tried again. */
export interface Hold {
  reason: HoldReason;
  /** ISO time at which this reason first applied. */
  since: string;
  /** Number of failed tries for this reason. */
  tries: number;
  /** ISO time of the next try, which may come earlier if the reason is known to have gone. */
  retryAt: string;
  /** Whether Kirin set `retryAt` with `Retry-After`. Such a time is not moved. */
  isAsked: boolean;
}

/** Consecutive reads in which Kirin did not know the task. */
export interface Missing {
  /** ISO time at which the first of these reads was sent. */
  since: string;
  reads: number;
}

export interface LibraryEntry {
  /** Created by the studio at the click. Also the `external_task_id`, unless the creator typed one. */
  id: string;
  externalTaskId: string;
  /** Shared by all generations of one press of "Both modes". */
  pairId: string | null;
  /** The failed or refused entry that this one retries. */
  retryOf: string | null;
  /** Key of the press that created the entry. It identifies the same press in another tab. Null for none. */
  pressKey: string | null;
  /** The request as sent, including `external_task_id`. */
  request: KirinRequest;
  phase: EntryPhase;
  /** All times are ISO, by the creator's clock. */
  preparedAt: string;
  /** Sort key of the send queue. It is a time, so new entries go last. */
  queuedAt: string;
  /** Number of creates that were sent or claimed for sending. */
  attempts: number;
  /** When the create was last sent. The age of an unanswered create is measured from here. */
  sentAt: string | null;
  acceptedAt: string | null;
  /** When a response first reported the task as running. */
  runningAt: string | null;
  /** When the last read that found the task unfinished was sent. Together with `endedAt` it brackets the end. */
  unendedAt: string | null;
  endedAt: string | null;
  /** When Kirin last reported the task. */
  heardAt: string | null;
  /** When the creator saw the result. Null while it is unseen. */
  seenAt: string | null;
  /** When all clips were saved on this device. */
  clipsKeptAt: string | null;
  /** Why the clips are not saved, after the last try. */
  clipsProblem: Problem | null;
  /** Kirin's latest response. It no longer changes once the task has ended. */
  generation: Generation | null;
  /** Why the create or the last read failed, or null if neither did. */
  problem: Problem | null;
  hold: Hold | null;
  missing: Missing | null;
  /**
   * When this computer's clock last jumped while the entry was in progress, by the clock after the jump. Null for
   * never. Durations across a jump are unknown.
   */
  jumpedAt: string | null;
  /** Whether Kirin reported that the id had been used before. */
  isConflict: boolean;
  /** Kirin's names of the parameters in which the task found under a used id differs from the request. */
  differences: readonly string[];
  /** False once the creator stopped watching. Kirin still renders the clip and charges for it. */
  isWatched: boolean;
  /** When the creator marked it as favourite. */
  favouriteAt: string | null;
  /** When the creator moved it to the trash. */
  trashedAt: string | null;
  /** When it was deleted for good. Only its settings and its cost are left. */
  erasedAt: string | null;
}
