/** The time source and the paint scheduler of a comparison. */
export interface ComparisonClock {
  /** Milliseconds. */
  now(): number;
  /** Calls `tick` once, before the next paint. Returns a disposer. */
  schedule(tick: () => void): () => void;
  /** Calls `hide` when the page becomes hidden and nothing is painted any more. Returns a disposer. */
  onHidden(hide: () => void): () => void;
}

/** Uses the page's time and its animation frames. */
export const browserClock: ComparisonClock = {
  now: () => performance.now(),
  schedule(tick) {
    const id = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(id);
  },
  onHidden(hide) {
    const look = () => {
      if (document.hidden) hide();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  },
};
