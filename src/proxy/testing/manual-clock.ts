/** A clock that only a test advances. */
import type { Clock } from "../clock.ts";

export interface ManualClock extends Clock {
  /** Advances the time and runs the timers that are due. */
  advance(ms: number): void;
}

export function manualClock(): ManualClock {
  let nowMs = Date.UTC(2026, 10, 22);
  const timers = new Set<{ dueMs: number; callback: () => void }>();
  return {
    now: () => nowMs,
    after(ms, callback) {
      const timer = { dueMs: nowMs + ms, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(ms) {
      nowMs += ms;
      for (const timer of [...timers]) {
        if (timer.dueMs > nowMs) continue;
        timers.delete(timer);
        timer.callback();
      }
    },
  };
}
