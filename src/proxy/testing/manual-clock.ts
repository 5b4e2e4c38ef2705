/** A clock that stands still until a test moves it. */
import type { Clock } from "../clock.ts";

export interface ManualClock extends Clock {
  /** Moves on, and calls back whatever has come due. */
  advance(ms: number): void;
}

/** A clock that begins on a fixed day. */
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
