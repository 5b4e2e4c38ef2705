import { createStore, type Store } from "#store/create-store.ts";

/** The price on Generate as text, with which examples compare theirs. Null while it is unknown. */
export const formPrice: Store<string | null> = createStore<string | null>(null);
