/** Work that can wait: it is done while the comparison itself has nothing to do. */
import type { Comparison } from "../engine/comparison.ts";

/** Resolves when both clips are shown, nothing plays and the page is idle; at once when it is called off. */
export async function whenAtRest(comparison: Comparison, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !isAtRest(comparison)) await nextChange(comparison, signal);
  if (!signal.aborted) await idle();
}

function isAtRest(comparison: Comparison): boolean {
  const { isReady, isPlaying } = comparison.getState();
  return isReady && !isPlaying;
}

function nextChange(comparison: Comparison, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    function settle() {
      stop();
      signal.removeEventListener("abort", settle);
      resolve();
    }
    const stop = comparison.subscribe(settle);
    signal.addEventListener("abort", settle);
  });
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 50);
  });
}
