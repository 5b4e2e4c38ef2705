/** The dispatcher's decisions: how one entry changes when it is held, claimed or gets its response. Pure. */
import type { Generation } from "#contract/generation.ts";
import type { ApiResult } from "#studio/api/http.ts";
import { mayTakeSlot } from "#studio/domain/life/entry-rules.ts";
import { isFoundBeforeSending } from "#studio/domain/life/hold.ts";
import type { Hold, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { step } from "#studio/domain/life/life.ts";
import { retriedAfterAcceptance } from "#studio/domain/queue/send-queue.ts";
import {
  limitAfterAcceptance,
  limitAfterRefusal,
  type SlotLimit,
} from "#studio/domain/queue/slot-limit.ts";

/** A claim older than this is not sent: the tab slept, and other tabs may already have looked for the task. */
const STALE_CLAIM_MS = 10_000;

/** Whether Kirin set a retry time that has not passed yet. Another tab may have just received it. */
function isAskedToWait({ phase, hold }: LibraryEntry, nowMs: number): boolean {
  return phase === "held" && hold?.isAsked === true && Date.parse(hold.retryAt) > nowMs;
}

/** The entry held for a new reason. A retry time that Kirin set is kept. */
export function holdFor(entry: LibraryEntry, hold: Hold, nowMs: number): LibraryEntry {
  return isAskedToWait(entry, nowMs) ? entry : step(entry, { type: "hold", hold });
}

/** The reason why nothing can be sent. */
export interface Obstacle {
  hold: Hold;
  /** The entry that would have been sent. Only its hold counts the attempts. */
  nextId: string;
  nowMs: number;
}

/** A queued entry while nothing can be sent. Entries held because of Kirin keep their reason. */
export function holdForObstacle(entry: LibraryEntry, obstacle: Obstacle): LibraryEntry {
  const { hold, nextId, nowMs } = obstacle;
  const isHeldByKirin = entry.hold !== null && !isFoundBeforeSending(entry.hold.reason);
  const isSame = entry.hold?.reason === hold.reason;
  if (entry.id !== nextId && (isHeldByKirin || isSame)) return entry;
  return holdFor(entry, hold, nowMs);
}

/**
 * The entry claimed for sending. Unchanged if another tab has tried it since it was picked, because Kirin may have set
 * a retry time. `attempts` is its number of attempts when it was picked.
 */
export function claimFor(entry: LibraryEntry, attempts: number, now: Date): LibraryEntry {
  if (entry.attempts !== attempts) return entry;
  return step(entry, { type: "claim", now: now.toISOString() });
}

/** Whether a claim took so long that it must not be sent. */
export function isStale(claimedAt: Date, now: Date): boolean {
  return now.getTime() - claimedAt.getTime() > STALE_CLAIM_MS;
}

/** The response to a create. Times are ISO. */
export interface CreateAnswer {
  result: ApiResult<Generation>;
  /** Number of the create that it belongs to. */
  attempt: number;
  askedAt: string;
  now: string;
}

/** The entry after the response to its create. */
export function answerCreate(entry: LibraryEntry, answered: CreateAnswer): LibraryEntry {
  const { result, attempt, askedAt, now } = answered;
  if (!result.ok) {
    return step(entry, { type: "create-problem", problem: result.problem, attempt, now });
  }
  const answer = result.value;
  const after = step(entry, { type: "answer", answer, from: "create", askedAt, now });
  // If the response was about another request, the phase is still "sending". A read then finds out whether the task
  // exists.
  return step(after, { type: "abandon" });
}

/** How the response to a create affects the queue. */
export interface QueueEffect {
  limit: SlotLimit;
  /** Entries whose reason to wait no longer applies. */
  released: readonly LibraryEntry[];
}

/** The effect of a response on the queue. `sent` is the entry as it was claimed. */
export function queueEffectOf(
  sent: LibraryEntry,
  result: ApiResult<Generation>,
  { entries, limit }: { entries: readonly LibraryEntry[]; limit: SlotLimit },
): QueueEffect {
  const others = entries.filter((entry) => entry.id !== sent.id && mayTakeSlot(entry)).length;
  if (!result.ok) {
    const isRefusedForSlots = result.problem.code === "parallel-limit";
    return { limit: isRefusedForSlots ? limitAfterRefusal(others) : limit, released: [] };
  }
  const after = limitAfterAcceptance(limit, others + 1);
  const reason = sent.hold?.reason ?? null;
  // An acceptance within the known limit says nothing about further free slots.
  const isWithin = limit !== null && limit === after && reason === "slots";
  return {
    limit: after,
    released: retriedAfterAcceptance(entries, sent.request, isWithin ? null : reason),
  };
}
