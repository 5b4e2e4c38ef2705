/** Puts load on the machine during trials: processes that keep the cores busy. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** More loops than this would stop the trials instead of slowing them down. */
const BUSY_LOOPS_MAX = 16;
/** A loop ends by itself after this time, in case nothing else ends it. */
const LOOP_MAX_MS = 60 * 60_000;

/** Starts busy loops. Returns a disposer. Throws a RangeError unless `count` is a whole number up to the maximum. */
export function startBusyLoops(count: number): () => Promise<void> {
  if (!Number.isInteger(count) || count < 0 || count > BUSY_LOOPS_MAX)
    throw new RangeError(`The load must be a whole number from 0 to ${BUSY_LOOPS_MAX}.`);
  const script = resolve(import.meta.dirname, "busy-loop.mjs");
  const loops = Array.from({ length: count }, () => fork(script, [String(LOOP_MAX_MS)]));
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
