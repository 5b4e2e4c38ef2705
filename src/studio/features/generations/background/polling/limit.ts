/** Bounded concurrency. */

/** Runs work as soon as a place is free, in the order of the calls. */
export type Limit = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Limits concurrency to `places`. */
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
      // Hand the place to the next in line instead of freeing it, so that a new call can't take it in between.
      if (next) next();
      else free += 1;
    }
  };
}
