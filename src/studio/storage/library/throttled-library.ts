/**
 * Throttles the library's changes for rendering. Each change of an external store makes React discard a render in
 * progress and start over synchronously, so a screen with many cards might never finish its first render during a burst
 * of changes.
 */
import { createStore, type ReadableStore } from "#store/create-store.ts";
import type { LibraryState } from "./library-state.ts";

/** Delay after a shown change before the next one is shown. It doubles while changes keep coming, up to the maximum. */
const DELAY_MIN_MS = 100;
const DELAY_MAX_MS = 1600;

type SetTimer = (run: () => void, ms: number) => unknown;

/**
 * A throttled store over `source`. A single change is shown immediately, a burst of changes in steps. New entries are
 * never delayed.
 */
export function throttleLibrary(
  source: ReadableStore<LibraryState>,
  setTimer: SetTimer = (run, ms) => setTimeout(run, ms),
): ReadableStore<LibraryState> {
  let isFollowed = false;
  let delayMs = DELAY_MIN_MS;
  let isDelaying = false;

  const shown = createStore(source.getInitialState(), () => {
    isFollowed = true;
    shown.set(source.getState());
    const unsubscribe = source.subscribe(follow);
    return () => {
      isFollowed = false;
      unsubscribe();
    };
  });

  function follow(): void {
    if (!isDelaying) {
      shown.set(source.getState());
      startDelay();
    } else if (isUrgent(shown.getState(), source.getState())) shown.set(source.getState());
  }

  function startDelay(): void {
    isDelaying = true;
    setTimer(() => {
      isDelaying = false;
      const isUnchanged = !isFollowed || shown.getState() === source.getState();
      delayMs = isUnchanged ? DELAY_MIN_MS : Math.min(2 * delayMs, DELAY_MAX_MS);
      if (!isUnchanged) follow();
    }, delayMs);
  }

  return {
    subscribe: shown.subscribe,
    getInitialState: shown.getInitialState,
    // Without subscribers nothing is throttled.
    getState: () => (isFollowed ? shown.getState() : source.getState()),
  };
}

/**
 * Whether a change must be shown without delay. A new entry has its own screen, which may already be open, and what was
 * deleted must not be in the way of the next press.
 */
function isUrgent(shown: LibraryState, now: LibraryState): boolean {
  return shown.status !== now.status || shown.kept.length !== now.kept.length;
}
