/**
 * Keeps one core busy, so that trials run as they would on a loaded machine. Forked by `busy-loops.ts`; ends by itself
 * when its parent goes away or after the time in its first argument, in milliseconds.
 */
import { performance } from "node:perf_hooks";

/** Duration of one uninterrupted spin. In between, the process can notice that its parent is gone. */
const SPIN_MS = 50;

const endMs = performance.now() + Number(process.argv[2] ?? 0);

function spin() {
  if (performance.now() >= endMs) process.exit(0);
  const untilMs = performance.now() + SPIN_MS;
  while (performance.now() < untilMs);
  setImmediate(spin);
}

process.on("disconnect", () => process.exit(0));
spin();
