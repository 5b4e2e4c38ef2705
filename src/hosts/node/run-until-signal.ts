/**
 * The lifecycle of a server process: one error message when it cannot start, a graceful shutdown on a signal.
 */
import { printError, surviveLostOutput } from "./output.ts";

/** Ctrl+C signals this process and npm, which forwards it, so one key press arrives twice within this time. */
const DUPLICATE_SIGNAL_MS = 500;
/** SIGHUP: the terminal was closed. */
const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

export interface Running {
  close(): Promise<void>;
}

/**
 * Starts something, closes it on a signal and exits with 0. If the start or the close fails, prints the
 * error's message and exits with 1. A second signal exits at once with 1.
 */
export async function runUntilSignal(start: () => Promise<Running>): Promise<void> {
  surviveLostOutput();
  const running = await start().catch(fail);
  let askedAtMs: number | null = null;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (askedAtMs !== null) {
        if (performance.now() - askedAtMs > DUPLICATE_SIGNAL_MS) process.exit(1);
        return;
      }
      askedAtMs = performance.now();
      running.close().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): never {
  printError(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
