/** Questions that the creator confirms or declines in a dialog, for code outside React. */
import { createStore, type Store } from "#store/create-store.ts";

/** The texts of a question. */
export interface Question {
  title: string;
  detail: string;
  confirmLabel: string;
  cancelLabel: string;
}

/** Opens a question. Resolves to whether the creator confirmed. */
export type Ask = (question: Question) => Promise<boolean>;

/** Asks in the page's own dialog. Null until the app is mounted. */
export const pageAsk: Store<Ask | null> = createStore<Ask | null>(null);
