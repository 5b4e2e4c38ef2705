/**
 * Whether single-character shortcuts act on this page (WCAG 2.2, 2.1.4). The app sets it to the creator's preference.
 */
import { createStore, type Store } from "#store/create-store.ts";

export const areShortcutsOn: Store<boolean> = createStore(true);
