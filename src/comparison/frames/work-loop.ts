/** Runs one step after another as long as there is work. */

/** A step that was begun, or why there is none: no work is left, or it has to wait to be woken. */
export type NextStep = Promise<void> | "done" | "blocked";

export interface WorkLoop {
  /** Looks for work, unless it is running already. */
  start(): void;
  /** Continues a loop that is blocked. */
  wake(): void;
  stop(): void;
}

/**
 * Creates a loop at rest. `nextStep` decides and begins a step at once, so that work which turns up meanwhile is never
 * missed. Ends the run and calls `onFailure` when a step fails.
 */
export function createWorkLoop(nextStep: () => NextStep, onFailure: () => void): WorkLoop {
  let isRunning = false;
  let isStopped = false;
  let wake = () => {};

  async function run() {
    isRunning = true;
    try {
      while (!isStopped) {
        const step = nextStep();
        if (step === "done") break;
        if (step === "blocked") {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        } else await step;
      }
    } catch {
      onFailure();
    } finally {
      isRunning = false;
    }
  }

  return {
    start() {
      if (!isRunning && !isStopped) void run();
    },
    wake: () => wake(),
    stop() {
      isStopped = true;
      wake();
    },
  };
}
