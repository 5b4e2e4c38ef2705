/** Why a create waits, and for how long. */
import type { Problem } from "#contract/problem.ts";
import { clamp } from "./clamp.ts";
import type { Hold, HoldReason } from "./library-entry.ts";

/** `Retry-After` is kept between these. */
const RETRY_AFTER_MIN_MS = 1000;
export const RETRY_AFTER_MAX_MS = 10 * 60_000;

/** What a definite "not now" of the proxy means for the queue. Whatever is not here is no for good. */
const REASON_BY_CODE: ReadonlyMap<string, HoldReason> = new Map([
  ["missing-key", "no-key"],
  ["upstream-unauthorized", "key-refused"],
  ["upstream-payment-required", "balance"],
  ["parallel-limit", "slots"],
  ["rate-limited", "pace"],
  ["upstream-unreachable", "kirin-away"],
  ["server-stopping", "server-away"],
]);

/** First gap between two tries, in milliseconds; it doubles from try to try, up to two minutes. */
const FIRST_GAP_MS: Readonly<Record<HoldReason, number>> = {
  // Only the studio's own server is asked.
  offline: 2000,
  "server-away": 2000,
  "no-key": 5000,
  // A person has to act, and comes back to this page: then it is tried at once.
  "key-refused": 60_000,
  balance: 60_000,
  slots: 1000,
  pace: 1000,
  "kirin-away": 2000,
};

/** These end when Kirin's load does, so that Kirin may say when. What a person has to put right ends when it is put right. */
const HAS_KIRINS_TIME: ReadonlySet<HoldReason> = new Set(["slots", "pace", "kirin-away"]);

/** No wait that Kirin did not ask for is longer: a slot that another program used frees without a word. */
const GAP_MAX_MS = 2 * 60_000;
/** What only the studio's own server has to be asked about is asked again soon. */
const ASK_SERVER_MAX_MS = 15_000;
const ASKS_SERVER: ReadonlySet<HoldReason> = new Set(["offline", "server-away", "no-key"]);

/** Whether a reason is found out before anything is sent, by asking the studio's own server. */
export function isFoundBeforeSending(reason: HoldReason): boolean {
  return ASKS_SERVER.has(reason);
}

/** The stay in the queue that a refused create leads to, or null when it is refused for good. */
export function holdFor(problem: Problem, before: Hold | null, now: string): Hold | null {
  const reason = REASON_BY_CODE.get(problem.code);
  if (reason === undefined) return null;
  // A server of ours that restarts is asked again by the usual gaps, whatever it says.
  const askedSeconds = HAS_KIRINS_TIME.has(reason) ? problem.retryAfterSeconds : undefined;
  return nextHold(reason, before, now, askedSeconds);
}

/** One more try that failed for a reason. `retryAfterSeconds` is Kirin's own word on when to come back. */
export function nextHold(
  reason: HoldReason,
  before: Hold | null,
  now: string,
  retryAfterSeconds?: number,
): Hold {
  const isSame = before?.reason === reason;
  const tries = isSame ? before.tries + 1 : 1;
  const isAsked = retryAfterSeconds !== undefined;
  const delayMs = isAsked
    ? clamp(retryAfterSeconds * 1000, RETRY_AFTER_MIN_MS, RETRY_AFTER_MAX_MS)
    : gapMs(reason, tries);
  return {
    reason,
    since: isSame ? before.since : now,
    tries,
    retryAt: new Date(Date.parse(now) + delayMs).toISOString(),
    isAsked,
  };
}

function gapMs(reason: HoldReason, tries: number): number {
  const max = ASKS_SERVER.has(reason) ? ASK_SERVER_MAX_MS : GAP_MAX_MS;
  return Math.min(FIRST_GAP_MS[reason] * 2 ** Math.min(tries - 1, 20), max);
}
