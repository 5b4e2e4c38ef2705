/**
 * Shares one call among reads of the same task at about the same time, which several tabs, a player and a download often
 * start together.
 */
import type { Clock } from "#proxy/clock.ts";

export interface SharedReads<Answer> {
  /**
   * Joins the read in flight for `key`, or one that began less than `maxAgeMs` ago, or starts one with `start`.
   * Resolves to null when `leaving` aborts first. The read continues while any reader waits; when the last one leaves,
   * the signal given to `start` aborts. Results are shared, failures too.
   */
  read(
    wanted: { key: string; leaving: AbortSignal; maxAgeMs: number },
    start: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer | null>;
  /** Prevents joining the last read, whose result may be older than a create that has just finished. */
  retire(key: string): void;
}

interface Flight<Answer> {
  answer: Promise<Answer>;
  readers: number;
  controller: AbortController;
  startedMs: number;
  isSettled: boolean;
}

/** Results are forgotten after this time at the latest, whatever age a reader accepts. */
const KEPT_MS = 250;

/** Creates the shared reads of one process. */
export function createSharedReads<Answer>(clock: Clock): SharedReads<Answer> {
  const flights = new Map<string, Flight<Answer>>();

  function forget(key: string, flight: Flight<Answer>) {
    if (flights.get(key) === flight) flights.delete(key);
  }

  /** Forgets old results. A Map iterates in insertion order, so the oldest ones come first. */
  function forgetOld(): void {
    for (const [key, { isSettled, startedMs }] of flights) {
      if (isSettled && ageOf(startedMs) < KEPT_MS) return;
      if (isSettled) flights.delete(key);
    }
  }

  /** A start in the future means that the clock was set back, so the age is unknown. */
  function ageOf(startedMs: number): number {
    const age = clock.now() - startedMs;
    return age >= 0 ? age : Number.POSITIVE_INFINITY;
  }

  function joinable(key: string, maxAgeMs: number): Flight<Answer> | undefined {
    const flight = flights.get(key);
    return flight && (!flight.isSettled || ageOf(flight.startedMs) < maxAgeMs) ? flight : undefined;
  }

  function begin(key: string, start: (signal: AbortSignal) => Promise<Answer>): Flight<Answer> {
    forgetOld();
    const controller = new AbortController();
    const flight: Flight<Answer> = {
      answer: start(controller.signal),
      readers: 0,
      controller,
      startedMs: clock.now(),
      isSettled: false,
    };
    // Deleted first, so that the order stays that of the starts.
    flights.delete(key);
    flights.set(key, flight);
    flight.answer.then(
      () => {
        flight.isSettled = true;
      },
      () => forget(key, flight),
    );
    return flight;
  }

  function leave(key: string, flight: Flight<Answer>) {
    flight.readers -= 1;
    if (flight.readers > 0) return;
    // A new reader must not join an aborted read.
    forget(key, flight);
    flight.controller.abort();
  }

  return {
    async read({ key, leaving, maxAgeMs }, start) {
      if (leaving.aborted) return null;
      const flight = joinable(key, maxAgeMs) ?? begin(key, start);
      flight.readers += 1;
      return new Promise((resolve, reject) => {
        const onLeave = () => {
          resolve(null);
          leave(key, flight);
        };
        const done = () => leaving.removeEventListener("abort", onLeave);
        leaving.addEventListener("abort", onLeave);
        flight.answer.then(resolve, reject);
        flight.answer.then(done, done);
      });
    },
    retire: (key) => void flights.delete(key),
  };
}
