/** Graceful shutdown: creates in flight finish, new requests are refused. */
import type { Failure } from "./responses/failure.ts";

/** Retry delay for refused clients, in seconds: about the time of a restart. */
const RETRY_AFTER_SECONDS = 5;

/** The failure of every request that arrives while the proxy is stopping. */
export const STOPPING: Failure = {
  code: "server-stopping",
  retryAfterSeconds: RETRY_AFTER_SECONDS,
};

/** Counts the creates in flight. */
export interface CreateTracker {
  isStopping(): boolean;
  inFlight(): number;
  /** Tracks a create until it settles, and returns it. */
  track<T>(create: Promise<T>): Promise<T>;
  /**
   * Sets `isStopping`. Returns the number of creates in flight and a promise that resolves when all have
   * settled.
   */
  stop(): { creates: number; settled: Promise<void> };
}

export function trackCreates(): CreateTracker {
  const inFlight = new Set<Promise<unknown>>();
  let isStopping = false;
  return {
    isStopping: () => isStopping,
    inFlight: () => inFlight.size,
    track(create) {
      inFlight.add(create);
      const forget = () => inFlight.delete(create);
      create.then(forget, forget);
      return create;
    },
    stop() {
      isStopping = true;
      const settled = Promise.allSettled(inFlight).then(() => undefined);
      return { creates: inFlight.size, settled };
    },
  };
}
