import { useSyncExternalStore } from "react";
import type { ReadableStore } from "#store/create-store.ts";

/**
 * Follows a part of a store. The component renders again only when the selected value is another one (`Object.is`), so
 * `select` must return the same value for the same state: pick a field, don't build an object.
 */
export function useStore<State, Selected>(
  store: ReadableStore<State>,
  select: (state: State) => Selected,
): Selected {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getState()),
    () => select(store.getInitialState()),
  );
}
