/** Lets a few through at once; the others wait in order. */
export interface Turns {
  /** Resolves when it is the caller's turn; rejects with the signal's reason if that comes first. */
  take(signal: AbortSignal): Promise<void>;
  /** Ends a turn that `take` gave. */
  giveBack(): void;
}

/** Turns for `size` at once. */
export function createTurns(size: number): Turns {
  let taken = 0;
  const waiting: (() => void)[] = [];
  return {
    async take(signal) {
      signal.throwIfAborted();
      if (taken < size) {
        taken += 1;
        return;
      }
      await new Promise<void>((resolve, reject) => {
        const start = () => {
          signal.removeEventListener("abort", leave);
          resolve();
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(start), 1);
          reject(signal.reason);
        };
        waiting.push(start);
        signal.addEventListener("abort", leave, { once: true });
      });
    },
    giveBack() {
      const next = waiting.shift();
      // The turn goes straight to the next in line, so that nobody can slip in between.
      if (next) next();
      else taken -= 1;
    },
  };
}
