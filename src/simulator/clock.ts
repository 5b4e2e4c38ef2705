/** The simulator's clock. Tests replace it. */
import { setTimeout as delay } from "node:timers/promises";

// In Node a longer timer overflows and fires at once.
const TIMER_MAX_MS = 2 ** 31 - 1;

export interface Clock {
  /** Unix time in milliseconds. */
  now(): number;
  /** Resolves after `ms`, or rejects when the signal aborts first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** The system clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => delay(Math.min(Math.max(ms, 0), TIMER_MAX_MS), undefined, { signal }),
};
