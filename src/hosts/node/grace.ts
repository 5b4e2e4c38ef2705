/** How long reads and clip transfers may continue during shutdown, in milliseconds. */
const GRACE_MS = 5_000;

/**
 * A signal that aborts when the grace period ends. All parts share one, so that their grace periods do not add
 * up.
 */
export function startGrace(): AbortSignal {
  return AbortSignal.timeout(GRACE_MS);
}

/** Calls `cut` when the grace period ends, at once if it already has. Returns a disposer. */
export function onGraceEnd(grace: AbortSignal, cut: () => void): () => void {
  if (grace.aborted) cut();
  grace.addEventListener("abort", cut, { once: true });
  return () => grace.removeEventListener("abort", cut);
}
