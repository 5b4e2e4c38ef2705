/**
 * Throttles the library's snapshots for rendering. Each change of an external store makes React discard a render in
 * progress and start over synchronously, so a screen with many cards might never finish its first render during a burst
 * of changes.
 */
import type { Library, LibrarySnapshot } from "./library.ts";

/** Delay after a shown change before the next one is shown. It doubles while changes keep coming, up to the maximum. */
const REST_MIN_MS = 100;
const REST_MAX_MS = 1600;

type Source = Pick<Library, "subscribe" | "getSnapshot">;
type SetTimer = (run: () => void, ms: number) => unknown;

/**
 * A throttled store over `source`. A single change is shown immediately, a burst of changes in steps. New entries are
 * never delayed.
 */
export function paceSnapshots(
  source: Source,
  setTimer: SetTimer = (run, ms) => setTimeout(run, ms),
): Source {
  const listeners = new Set<() => void>();
  let shown: LibrarySnapshot | null = null;
  let unsubscribe = () => {};
  let restMs = REST_MIN_MS;
  let isResting = false;

  function follow(): void {
    if (!isResting) {
      show();
      rest();
    } else if (isUrgent(shown, source.getSnapshot())) show();
  }

  function show(): void {
    shown = source.getSnapshot();
    for (const listener of listeners) listener();
  }

  function rest(): void {
    isResting = true;
    setTimer(() => {
      isResting = false;
      const isQuiet = listeners.size === 0 || shown === source.getSnapshot();
      restMs = isQuiet ? REST_MIN_MS : Math.min(2 * restMs, REST_MAX_MS);
      if (!isQuiet) follow();
    }, restMs);
  }

  return {
    subscribe(onChange) {
      if (listeners.size === 0) {
        shown = source.getSnapshot();
        unsubscribe = source.subscribe(follow);
      }
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
        if (listeners.size > 0) return;
        unsubscribe();
        shown = null;
      };
    },
    getSnapshot: () => shown ?? source.getSnapshot(),
  };
}

/** Whether a change must be shown without delay. A new entry has its own screen, which may already be open. */
function isUrgent(shown: LibrarySnapshot | null, now: LibrarySnapshot): boolean {
  return shown?.status !== now.status || shown.entries.length !== now.entries.length;
}
