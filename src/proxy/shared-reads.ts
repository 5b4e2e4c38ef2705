/**
 * Joins reads of the same thing that are under way at the same moment into one call. Several tabs, a player and a download
 * ask after one task at once, and Kirin is asked once.
 */

export interface SharedReads<Answer> {
  /**
   * Joins the read under way for `key`, or begins one by `start`. Resolves to null when `leaving` aborts first. The call
   * goes on for those who still wait; the last one to leave aborts the signal given to `start`. Every outcome is shared,
   * and none is kept.
   */
  read(
    key: string,
    leaving: AbortSignal,
    start: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer | null>;
  /** Lets nobody join the read under way: what it finds may be older than what has just been done. */
  retire(key: string): void;
}

interface Flight<Answer> {
  answer: Promise<Answer>;
  readers: number;
  controller: AbortController;
}

/** Shares reads within this process. */
export function createSharedReads<Answer>(): SharedReads<Answer> {
  const flights = new Map<string, Flight<Answer>>();

  function land(key: string, flight: Flight<Answer>) {
    if (flights.get(key) === flight) flights.delete(key);
  }

  function begin(key: string, start: (signal: AbortSignal) => Promise<Answer>): Flight<Answer> {
    const controller = new AbortController();
    const flight = { answer: start(controller.signal), readers: 0, controller };
    flights.set(key, flight);
    const landed = () => land(key, flight);
    flight.answer.then(landed, landed);
    return flight;
  }

  function leave(key: string, flight: Flight<Answer>) {
    flight.readers -= 1;
    if (flight.readers > 0) return;
    // Nobody may join a read that is being given up.
    land(key, flight);
    flight.controller.abort();
  }

  return {
    async read(key, leaving, start) {
      if (leaving.aborted) return null;
      const flight = flights.get(key) ?? begin(key, start);
      flight.readers += 1;
      return new Promise((resolve, reject) => {
        const onLeave = () => {
          resolve(null);
          leave(key, flight);
        };
        const done = () => leaving.removeEventListener("abort", onLeave);
        leaving.addEventListener("abort", onLeave, { once: true });
        flight.answer.then(resolve, reject);
        flight.answer.then(done, done);
      });
    },
    retire: (key) => void flights.delete(key),
  };
}
