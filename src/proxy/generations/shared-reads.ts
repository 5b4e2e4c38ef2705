/**
 * Shares one call among overlapping reads of the same task, which several tabs, a player and a download often
 * start together.
 */

export interface SharedReads<Answer> {
  /**
   * Joins the read in flight for `key`, or starts one with `start`. Resolves to null when `leaving` aborts
   * first. The read continues while any reader waits; when the last one leaves, the signal given to `start`
   * aborts. Results and errors are shared and never cached.
   */
  read(
    key: string,
    leaving: AbortSignal,
    start: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer | null>;
  /** Prevents joining the read in flight, whose result may be older than a create that has just finished. */
  retire(key: string): void;
}

interface Flight<Answer> {
  answer: Promise<Answer>;
  readers: number;
  controller: AbortController;
}

/** Creates the shared reads of one process. */
export function createSharedReads<Answer>(): SharedReads<Answer> {
  const flights = new Map<string, Flight<Answer>>();

  function forget(key: string, flight: Flight<Answer>) {
    if (flights.get(key) === flight) flights.delete(key);
  }

  function begin(key: string, start: (signal: AbortSignal) => Promise<Answer>): Flight<Answer> {
    const controller = new AbortController();
    const flight = { answer: start(controller.signal), readers: 0, controller };
    flights.set(key, flight);
    const onSettled = () => forget(key, flight);
    flight.answer.then(onSettled, onSettled);
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
        leaving.addEventListener("abort", onLeave);
        flight.answer.then(resolve, reject);
        flight.answer.then(done, done);
      });
    },
    retire: (key) => void flights.delete(key),
  };
}
