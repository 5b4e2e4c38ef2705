/** Defers work until the comparison is idle. */
import type { Comparison } from "#comparison/engine/comparison.ts";

/** Resolves when both clips are shown, playback is paused and the browser is idle; immediately when aborted. */
export async function whenIdle(comparison: Comparison, signal: AbortSignal): Promise<void> {
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
    // Safari lacks `requestIdleCallback`.
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 50);
  });
}
