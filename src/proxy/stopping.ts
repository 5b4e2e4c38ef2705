/** The end of a proxy: creates under way are let finish, everything new is refused. */
import type { Failure } from "./failure.ts";

/** How long a refused client is told to wait, in seconds: about a restart. */
const RETRY_AFTER_SECONDS = 5;

/** The answer to everything that arrives once the proxy is stopping. */
export const STOPPING: Failure = {
  code: "server-stopping",
  retryAfterSeconds: RETRY_AFTER_SECONDS,
};

/** The creates under way, and whether new ones are still taken. */
export interface CreateTracker {
  isStopping(): boolean;
  /** Remembers a create until it has its answer; returns it. */
  track<T>(create: Promise<T>): Promise<T>;
  /** Takes no more. Returns how many are under way, and a promise of the end of all of them. */
  stop(): { creates: number; settled: Promise<void> };
}

export function trackCreates(): CreateTracker {
  const underWay = new Set<Promise<unknown>>();
  let isStopping = false;
  return {
    isStopping: () => isStopping,
    track(create) {
      underWay.add(create);
      const forget = () => underWay.delete(create);
      create.then(forget, forget);
      return create;
    },
    stop() {
      isStopping = true;
      const settled = Promise.allSettled(underWay).then(() => undefined);
      return { creates: underWay.size, settled };
    },
  };
}
