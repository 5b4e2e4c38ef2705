/** A limited number of places, given out in the order they were asked for. */

export interface Slots {
  /** Waits for a place; the answer gives it back. Rejects when the signal aborts first. */
  take(signal: AbortSignal): Promise<() => void>;
}

export function createSlots(count: number): Slots {
  let free = count;
  const waiting: Array<() => void> = [];

  function giveBack() {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async take(signal) {
      signal.throwIfAborted();
      if (free > 0) free -= 1;
      else {
        await new Promise<void>((resolve, reject) => {
          const enter = () => {
            signal.removeEventListener("abort", leave);
            resolve();
          };
          const leave = () => {
            waiting.splice(waiting.indexOf(enter), 1);
            reject(signal.reason);
          };
          waiting.push(enter);
          signal.addEventListener("abort", leave, { once: true });
        });
      }
      return giveBack;
    },
  };
}
