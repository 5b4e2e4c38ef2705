/** When things are drawn, and what time it is. */
export interface ComparisonClock {
  /** Milliseconds. */
  now(): number;
  /** Calls once, before the next picture is painted. Gives what takes it back. */
  schedule(tick: () => void): () => void;
  /** Calls when nothing is painted any more, because the page is out of sight. Gives what takes it back. */
  onHidden(hide: () => void): () => void;
}

/** The browser's own: time of the page, and its painting. */
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
