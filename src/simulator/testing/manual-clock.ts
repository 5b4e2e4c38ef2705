/** A clock that only the test advances. */
import type { Clock } from "../clock.ts";
import type { Activity } from "./activity.ts";

interface Sleeper {
  at: number;
  wake: () => void;
}

export interface ManualClock extends Clock {
  /** Advances the time, wakes sleepers in order and waits for all work that follows. */
  advance(ms: number): Promise<void>;
}

/** The initial time. */
export const START = Date.parse("2026-11-22T12:00:00Z");

export function createManualClock(activity: Activity): ManualClock {
  let time = START;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => time,
    sleep(ms, signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      if (ms <= 0) return Promise.resolve();
      return new Promise<void>((resolve, reject) => {
        const leave = () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        };
        const sleeper: Sleeper = {
          at: time + ms,
          wake: () => {
            sleepers.delete(sleeper);
            signal.removeEventListener("abort", leave);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal.addEventListener("abort", leave, { once: true });
      });
    },
    async advance(ms) {
      const end = time + ms;
      for (;;) {
        await activity.quiet();
        const next = [...sleepers]
          .filter(({ at }) => at <= end)
          .reduce<Sleeper | null>((first, s) => (first && first.at <= s.at ? first : s), null);
        if (!next) break;
        time = Math.max(time, next.at);
        next.wake();
      }
      time = end;
      await activity.quiet();
    },
  };
}
