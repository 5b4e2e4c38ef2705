/** A clock whose hands the test turns. */
import type { Clock } from "../clock.ts";

interface Sleeper {
  at: number;
  wake: () => void;
}

export interface HandClock extends Clock {
  /** Turns the hands, waking sleepers in order, and lets everything that follows from it happen. */
  advance(ms: number): Promise<void>;
}

/** Lets promises and finished file operations run, without waiting for any set time. */
export async function settle(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

export function createHandClock(start = Date.parse("2026-11-22T12:00:00Z")): HandClock {
  let time = start;
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
        await settle();
        const next = [...sleepers]
          .filter(({ at }) => at <= end)
          .reduce<Sleeper | null>((first, s) => (first && first.at <= s.at ? first : s), null);
        if (!next) break;
        time = Math.max(time, next.at);
        next.wake();
      }
      time = end;
      await settle();
    },
  };
}
