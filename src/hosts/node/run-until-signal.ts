/** The life of a server process: one clear sentence when it cannot start, a clean end when it is asked to. */

/** A terminal's Ctrl+C reaches this process, and npm, which passes it on: one press comes twice. */
const SAME_PRESS_MS = 500;

/** Something that runs until it is closed. */
export interface Running {
  close(): Promise<void>;
}

/**
 * Starts something and closes it on SIGTERM or SIGINT, then ends the process with 0. A start that fails ends the
 * process with 1, its sentence on the error output. A second press of Ctrl+C ends at once.
 */
export async function runUntilSignal(start: () => Promise<Running>): Promise<void> {
  const running = await start().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
  let askedAtMs: number | null = null;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (askedAtMs !== null) {
        if (performance.now() - askedAtMs > SAME_PRESS_MS) process.exit(1);
        return;
      }
      askedAtMs = performance.now();
      running.close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}
