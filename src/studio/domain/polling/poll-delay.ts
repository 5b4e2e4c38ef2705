/** When to read a task from Kirin again. */
import type { Problem } from "#contract/problem.ts";
import { RETRY_AFTER_MAX_MS } from "#studio/domain/life/hold.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { PollPlan } from "./poll-plan.ts";

/** The shortest gap against the real service, until the proxy reports another one. */
export const POLL_MIN_MS = 2000;
/** The longest planned gap. The plan only uses long gaps while completion is unlikely. */
const PLANNED_MAX_MS = 60_000;
const POLL_HIDDEN_MIN_MS = 5000;

const BACKOFF_FIRST_MS = 1000;
const BACKOFF_MAX_MS = 30_000;

/** When an unanswered create is looked for, counted from the first read. */
export const RECHECK_AT_SECONDS = [0, 2, 5, 15, 30, 60, 120] as const;
const RECHECK_LATER_MS = 60_000;

/** First and longest delay between reads of a create that never arrived, in case it arrives late. */
const LATE_FIRST_MS = 60_000;
const LATE_MAX_MS = 10 * 60_000;

interface PollSituation {
  nowMs: number;
  /** The shortest gap that the proxy allows. */
  pollMinMs: number;
  /** Consecutive failed reads. */
  failures: number;
  /** The problem of the last failed read. */
  problem: Problem | null;
  isHidden: boolean;
  /** The plan for generations of this kind. */
  plan: PollPlan;
}

/** Milliseconds until a watched entry is read again. */
export function pollDelayMs(entry: LibraryEntry, situation: PollSituation): number {
  const { nowMs, pollMinMs, failures, problem, isHidden, plan } = situation;
  if (failures > 0) return errorDelayMs(failures, pollMinMs, problem);
  // The age is never negative, even if the clock was set back.
  const ageMs = Math.max(nowMs - Date.parse(entry.sentAt ?? entry.preparedAt), 0);
  const plannedMs = plan.delaySeconds(ageMs / 1000) * 1000;
  const delayMs = Math.min(Math.max(plannedMs, pollMinMs), PLANNED_MAX_MS);
  return isHidden ? Math.max(delayMs, POLL_HIDDEN_MIN_MS) : delayMs;
}

function errorDelayMs(failures: number, pollMinMs: number, problem: Problem | null): number {
  const doubledMs = BACKOFF_FIRST_MS * 2 ** (failures - 1);
  const backoffMs = Math.min(Math.max(doubledMs, pollMinMs), BACKOFF_MAX_MS);
  return Math.max(backoffMs, askedDelayMs(problem));
}

/** The delay that a failed read asked for with `Retry-After`, in milliseconds. 0 if none. */
export function askedDelayMs(problem: Problem | null): number {
  const askedMs = (problem?.retryAfterSeconds ?? 0) * 1000;
  return Math.min(Math.max(askedMs, 0), RETRY_AFTER_MAX_MS);
}

/** Milliseconds until an unanswered create is read again, after `checks` reads. */
export function recheckDelayMs(checks: number): number {
  const next = RECHECK_AT_SECONDS[checks];
  const last = RECHECK_AT_SECONDS[checks - 1];
  return next === undefined || last === undefined ? RECHECK_LATER_MS : (next - last) * 1000;
}

/** Milliseconds until a create that never arrived is read again, after `checks` reads. */
export function lateArrivalDelayMs(checks: number): number {
  return Math.min(LATE_FIRST_MS * 2 ** Math.min(checks, 20), LATE_MAX_MS);
}
