/** Decides why a create is held and for how long. */
import type { Problem } from "#contract/problem.ts";
import type { Hold, HoldReason } from "#studio/domain/life/library-entry.ts";

/** `Retry-After` is clamped to this range. */
const RETRY_AFTER_MIN_MS = 1000;
export const RETRY_AFTER_MAX_MS = 10 * 60_000;

/** Problem codes that hold a create in the queue. All other definite refusals are final. */
const REASON_BY_CODE: ReadonlyMap<string, HoldReason> = new Map([
  ["missing-key", "no-key"],
  ["signed-out", "signed-out"],
  ["too-many-requests", "pace"],
  ["upstream-unauthorized", "key-refused"],
  ["upstream-payment-required", "balance"],
  ["parallel-limit", "slots"],
  ["rate-limited", "pace"],
  ["upstream-unreachable", "kirin-away"],
  ["server-stopping", "server-away"],
]);

/** Delay before the second try, in milliseconds. It doubles with each try, up to the maximum for the reason. */
const FIRST_GAP_MS: Readonly<Record<HoldReason, number>> = {
  // These tries only reach the studio's own server.
  offline: 2000,
  "server-away": 2000,
  "no-key": 5000,
  "signed-out": 5000,
  // The creator has to fix these. Returning to the page triggers a try at once, so the timer can be slow.
  "key-refused": 60_000,
  balance: 60_000,
  slots: 1000,
  pace: 1000,
  "kirin-away": 2000,
};

/**
 * Reasons that end when Kirin's load drops, so Kirin's `Retry-After` applies to them. The others end when someone fixes
 * them.
 */
const USES_RETRY_AFTER: ReadonlySet<HoldReason> = new Set(["slots", "pace", "kirin-away"]);

/** Maximum delay unless Kirin asks for more. Nothing announces that another program has freed a slot. */
const GAP_MAX_MS = 2 * 60_000;
/** Maximum delay for reasons that only need a request to the studio's own server. */
const ASK_SERVER_MAX_MS = 15_000;
const CHECKED_AT_SERVER: ReadonlySet<HoldReason> = new Set([
  "offline",
  "server-away",
  "no-key",
  "signed-out",
]);

/** Whether a request to the studio's own server detects this reason, before anything is sent to Kirin. */
export function isFoundBeforeSending(reason: HoldReason): boolean {
  return CHECKED_AT_SERVER.has(reason);
}

/** Returns the hold that a refused create leads to, or null if the refusal is final. */
export function holdFor(problem: Problem, before: Hold | null, now: string): Hold | null {
  const reason = REASON_BY_CODE.get(problem.code);
  if (reason === undefined) return null;
  // Reasons that Kirin's load does not cause have fixed delays, whatever `Retry-After` says.
  const askedSeconds = USES_RETRY_AFTER.has(reason) ? problem.retryAfterSeconds : undefined;
  return delayed(reason, before, { now, retryAfterSeconds: askedSeconds });
}

/** Returns the hold after another failed try, without a time from Kirin. */
export function nextHold(reason: HoldReason, before: Hold | null, now: string): Hold {
  return delayed(reason, before, { now });
}

/** `retryAfterSeconds` is Kirin's `Retry-After`. */
function delayed(
  reason: HoldReason,
  before: Hold | null,
  { now, retryAfterSeconds }: { now: string; retryAfterSeconds?: number | undefined },
): Hold {
  const isSame = before?.reason === reason;
  const tries = isSame ? before.tries + 1 : 1;
  const isAsked = retryAfterSeconds !== undefined;
  const delayMs = isAsked
    ? Math.min(Math.max(retryAfterSeconds * 1000, RETRY_AFTER_MIN_MS), RETRY_AFTER_MAX_MS)
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
  const max = CHECKED_AT_SERVER.has(reason) ? ASK_SERVER_MAX_MS : GAP_MAX_MS;
  return Math.min(FIRST_GAP_MS[reason] * 2 ** Math.min(tries - 1, 20), max);
}
