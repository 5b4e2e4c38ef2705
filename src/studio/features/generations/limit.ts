/** Bounded concurrency. */

/** Runs work at once or as soon as one of the places is free, in the order it came. */
export type Limit = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** At most `places` pieces of work at a time. */
export function createLimit(places: number): Limit {
  const waiting: (() => void)[] = [];
  let free = places;

  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // A place is handed on, not given back, so that nobody can slip in between.
      if (next) next();
      else free += 1;
    }
  };
}
