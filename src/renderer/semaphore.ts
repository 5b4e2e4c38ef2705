/** A counting semaphore that hands out permits in the order they were requested. */
export interface Semaphore {
  /** Waits for a permit and resolves with its release function. Rejects when the signal aborts first. */
  acquire(signal: AbortSignal): Promise<() => void>;
}

/** Creates a semaphore with `count` permits. */
export function createSemaphore(count: number): Semaphore {
  let free = count;
  const waiting: Array<() => void> = [];

  function release() {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async acquire(signal) {
      signal.throwIfAborted();
      if (free > 0) free -= 1;
      else {
        await new Promise<void>((resolve, reject) => {
          const admit = () => {
            signal.removeEventListener("abort", leave);
            resolve();
          };
          const leave = () => {
            waiting.splice(waiting.indexOf(admit), 1);
            reject(signal.reason);
          };
          waiting.push(admit);
          signal.addEventListener("abort", leave, { once: true });
        });
      }
      return release;
    },
  };
}
