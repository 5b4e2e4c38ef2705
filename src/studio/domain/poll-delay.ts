/** When to ask Kirin again. */
import type { Problem } from "#contract/problem.ts";
import { clamp } from "./clamp.ts";
import { RETRY_AFTER_MAX_MS } from "./hold.ts";
import type { LibraryEntry } from "./library-entry.ts";
import type { PollPlan } from "./poll-plan.ts";

/** Two seconds is the shortest gap against the real service, until the proxy says otherwise. */
export const POLL_MIN_MS = 2000;
/** A planned gap may be longer, since it is long only where an end is unlikely. */
const PLANNED_MAX_MS = 60_000;
const POLL_HIDDEN_MIN_MS = 5000;

const BACKOFF_FIRST_MS = 1000;
const BACKOFF_MAX_MS = 30_000;

/** When an unanswered create is looked for, counted from the first look. */
export const RECHECK_AT_SECONDS = [0, 2, 5, 15, 30, 60, 120] as const;
const RECHECK_LATER_MS = 60_000;

/** How rarely a create that never arrived is looked for, in case it was only very late. */
const LATE_FIRST_MS = 60_000;
const LATE_MAX_MS = 10 * 60_000;

interface PollSituation {
  nowMs: number;
  /** The proxy's shortest gap. */
  pollMinMs: number;
  /** Reads that failed since the last that did not. */
  failures: number;
  /** What the last failing read said. */
  problem: Problem | null;
  isHidden: boolean;
  /** When ends of this kind are likely. */
  plan: PollPlan;
}

/** Milliseconds until a watched entry is read again. */
export function pollDelayMs(entry: LibraryEntry, situation: PollSituation): number {
  const { nowMs, pollMinMs, failures, problem, isHidden, plan } = situation;
  if (failures > 0) return errorDelayMs(failures, pollMinMs, problem);
  // A clock that was set back makes nothing younger than new.
  const ageMs = Math.max(nowMs - Date.parse(entry.sentAt ?? entry.preparedAt), 0);
  const delayMs = clamp(plan.delaySeconds(ageMs / 1000) * 1000, pollMinMs, PLANNED_MAX_MS);
  return isHidden ? Math.max(delayMs, POLL_HIDDEN_MIN_MS) : delayMs;
}

function errorDelayMs(failures: number, pollMinMs: number, problem: Problem | null): number {
  const backoffMs = clamp(BACKOFF_FIRST_MS * 2 ** (failures - 1), pollMinMs, BACKOFF_MAX_MS);
  return Math.max(backoffMs, askedDelayMs(problem));
}

/** For how long a failing read asked to be left in peace, in milliseconds; 0 if it did not. */
export function askedDelayMs(problem: Problem | null): number {
  return clamp((problem?.retryAfterSeconds ?? 0) * 1000, 0, RETRY_AFTER_MAX_MS);
}

/** Milliseconds until an unanswered create is looked for again, after `checks` looks. */
export function recheckDelayMs(checks: number): number {
  const next = RECHECK_AT_SECONDS[checks];
  const last = RECHECK_AT_SECONDS[checks - 1];
  return next === undefined || last === undefined ? RECHECK_LATER_MS : (next - last) * 1000;
}

/** Milliseconds until a create that never arrived is looked for again, after `checks` looks. */
export function lateArrivalDelayMs(checks: number): number {
  return Math.min(LATE_FIRST_MS * 2 ** Math.min(checks, 20), LATE_MAX_MS);
}
