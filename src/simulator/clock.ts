/** Time as the simulator sees it: handed in, so that tests turn the hands themselves. */
import { setTimeout as delay } from "node:timers/promises";

// A longer timer overflows in Node and fires at once.
const TIMER_MAX_MS = 2 ** 31 - 1;

export interface Clock {
  /** Unix time in milliseconds. */
  now(): number;
  /** Resolves after a time; rejects when the signal aborts first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => delay(Math.min(Math.max(ms, 0), TIMER_MAX_MS), undefined, { signal }),
};
