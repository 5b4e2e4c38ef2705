/**
 * Rejects accidental repeats of a press in one tab, such as a double click. It is the only guard in the tab. Across
 * tabs and reloads, the library rejects a second use of the same press key.
 */

/** The same order within this time after it was sent counts as a double click. */
export const REPEAT_MS = 800;

export interface PressGuard {
  /**
   * Calls `send`, unless another press is in flight or the same order was just sent. `order` identifies what is
   * sent. `send` resolves to false if nothing was sent, so that the next press is accepted at once.
   */
  run(order: string, send: () => Promise<boolean>): Promise<void>;
}

/** Creates the guard of one form or button. `nowMs` is a monotonic clock. */
export function createPressGuard(nowMs = () => performance.now()): PressGuard {
  let isInFlight = false;
  let last: { order: string; atMs: number } | null = null;

  return {
    async run(order, send) {
      const isRepeat = last?.order === order && nowMs() - last.atMs < REPEAT_MS;
      if (isInFlight || isRepeat) return;
      isInFlight = true;
      // If `send` throws, the request may have been sent.
      let isSent = true;
      try {
        isSent = await send();
      } finally {
        isInFlight = false;
        last = isSent ? { order, atMs: nowMs() } : null;
      }
    },
  };
}
