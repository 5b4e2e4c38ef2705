/** The life of a server process: one clear sentence when it cannot start, a clean end when it is asked to. */
import { complain, surviveLostOutput } from "./output.ts";

/** A terminal's Ctrl+C reaches this process, and npm, which passes it on: one press comes twice. */
const SAME_PRESS_MS = 500;
/** SIGHUP: the terminal it was started from is closed. */
const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** Something that runs until it is closed. */
export interface Running {
  close(): Promise<void>;
}

/**
 * Starts something and closes it on a signal, then ends the process with 0. A start or an end that fails ends the
 * process with 1, its sentence on the error output. A second signal ends it at once, with 1.
 */
export async function runUntilSignal(start: () => Promise<Running>): Promise<void> {
  surviveLostOutput();
  const running = await start().catch(fail);
  let askedAtMs: number | null = null;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (askedAtMs !== null) {
        if (performance.now() - askedAtMs > SAME_PRESS_MS) process.exit(1);
        return;
      }
      askedAtMs = performance.now();
      running.close().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): never {
  complain(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
