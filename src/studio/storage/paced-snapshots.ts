/**
 * The library at a pace that screens can follow. Every change of an external store makes React render at once and throw
 * away a render that is under way: a screen with many cards would never get to its first one while changes keep coming.
 */
import type { Library, LibrarySnapshot } from "./library.ts";

/** After a change is shown, the next ones wait this long; twice as long each time more have come, up to the maximum. */
const REST_MIN_MS = 100;
const REST_MAX_MS = 1600;

type Source = Pick<Library, "subscribe" | "getSnapshot">;
type SetTimer = (run: () => void, ms: number) => unknown;

/** A store over `source`: a single change shows at once, a burst of them in steps. New entries never wait. */
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

/** Whether somebody may wait for it: an entry that was just added has its own screen at once. */
function isUrgent(shown: LibrarySnapshot | null, now: LibrarySnapshot): boolean {
  return shown?.status !== now.status || shown.entries.length !== now.entries.length;
}
