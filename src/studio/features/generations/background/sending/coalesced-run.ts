/** Work that never runs twice at the same time. */

export interface CoalescedRun {
  /**
   * Starts the work, or has it repeated if it is running. Resolves once a run that began after this call has ended,
   * together with all repetitions.
   */
  start(): Promise<void>;
  isRunning(): boolean;
}

/** Wraps `work`. If it throws, all calls that wait for it reject, and the next call starts it again. */
export function createCoalescedRun(work: () => Promise<void>): CoalescedRun {
  let current: Promise<void> | null = null;
  let isRequested = false;

  async function runWhileRequested(): Promise<void> {
    try {
      while (isRequested) {
        isRequested = false;
        await work();
      }
    } finally {
      current = null;
    }
  }

  return {
    async start() {
      isRequested = true;
      current ??= runWhileRequested();
      await current;
    },
    isRunning: () => current !== null,
  };
}
