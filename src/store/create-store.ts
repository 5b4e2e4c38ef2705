/** State outside React that can be followed. The only place that keeps a set of listeners. */

/** Called after a change, with the state at that time. */
export type Listener<State> = (state: State) => void;

/** A store as its readers see it. */
export interface ReadableStore<State> {
  getState(): State;
  /** The state the store was created with. React renders it at build time and while it hydrates a page. */
  getInitialState(): State;
  /** Calls `listener` after each change. Returns a disposer. */
  subscribe(listener: Listener<State>): () => void;
}

export interface Store<State> extends ReadableStore<State> {
  /** Replaces the state. Nobody is notified if it is the same value (`Object.is`). */
  set(next: State): void;
}

/**
 * Creates a store. `start` runs when the first subscriber arrives; the disposer it returns runs when the last one has
 * left. A subscriber that throws doesn't affect the writer or the other subscribers: its error is reported to the
 * runtime as an unhandled rejection.
 */
export function createStore<State>(initial: State, start?: () => () => void): Store<State> {
  const listeners = new Set<Listener<State>>();
  let state = initial;
  let stop: (() => void) | undefined;

  return {
    getState: () => state,
    getInitialState: () => initial,
    set(next) {
      if (Object.is(state, next)) return;
      state = next;
      // A copy, because listeners may subscribe or unsubscribe others. Unsubscribed listeners are no longer called.
      for (const listener of [...listeners]) if (listeners.has(listener)) notify(listener, state);
    },
    subscribe(listener) {
      // Wrapped, so that one listener can subscribe twice.
      const own: Listener<State> = (now) => listener(now);
      if (listeners.size === 0) stop = start?.();
      listeners.add(own);
      return () => {
        if (listeners.delete(own) && listeners.size === 0) stop?.();
      };
    },
  };
}

function notify<State>(listener: Listener<State>, state: State): void {
  try {
    listener(state);
  } catch (error) {
    void Promise.reject(error);
  }
}
