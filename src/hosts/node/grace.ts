/** How long reads and clips under way may go on once the process was asked to end. */
const GRACE_MS = 5_000;

/** Aborts when the time is up. Closing passes one on from part to part, so that they do not add up. */
export function startGrace(): AbortSignal {
  return AbortSignal.timeout(GRACE_MS);
}

/** Calls `cut` when the grace ends, at once if it has. The answer takes that back. */
export function atEndOf(grace: AbortSignal, cut: () => void): () => void {
  if (grace.aborted) cut();
  grace.addEventListener("abort", cut, { once: true });
  return () => grace.removeEventListener("abort", cut);
}
