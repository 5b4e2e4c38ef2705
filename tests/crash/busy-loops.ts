/** Load beside the trials: processes that only keep the cores busy. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** More loops than this starve the trials instead of slowing them down. */
const MOST_BUSY_LOOPS = 16;
/** A loop ends by itself after this time, whatever became of the run that started it. */
const LONGEST_MS = 60 * 60_000;

/** Starts `count` busy loops and returns a disposer that ends them. Throws a RangeError for a count that is no whole number from 0 to {@link MOST_BUSY_LOOPS}. */
export function startBusyLoops(count: number): () => Promise<void> {
  if (!Number.isInteger(count) || count < 0 || count > MOST_BUSY_LOOPS)
    throw new RangeError(`The load must be a whole number from 0 to ${MOST_BUSY_LOOPS}.`);
  const script = resolve(import.meta.dirname, "busy-loop.mjs");
  const loops = Array.from({ length: count }, () => fork(script, [String(LONGEST_MS)]));
  return async () => {
    await Promise.all(loops.map(end));
  };
}

async function end(loop: ChildProcess): Promise<void> {
  if (loop.exitCode !== null || loop.signalCode !== null) return;
  const ended = once(loop, "exit");
  loop.kill("SIGKILL");
  await ended;
}
