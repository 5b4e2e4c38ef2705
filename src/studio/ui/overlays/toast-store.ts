/** The toasts: messages shown at the bottom of the page for a while. */
import { createStore, type ReadableStore } from "#store/create-store.ts";

export interface Toast {
  id: number;
  text: string;
  /** An action on the message, such as undo. */
  action?: { label: string; onAction: () => void };
}

/** More at once would not be read. */
const TOASTS_MAX = 3;

const store = createStore<readonly Toast[]>([]);
let lastId = 0;

/** The toasts on screen, oldest first. */
export const toastStore: ReadableStore<readonly Toast[]> = store;

/** Shows a message. It replaces an older one with the same text. */
export function showToast(text: string, action?: Toast["action"]): void {
  lastId += 1;
  const toast: Toast = action === undefined ? { id: lastId, text } : { id: lastId, text, action };
  const others = store.getState().filter((other) => other.text !== text);
  store.set([...others, toast].slice(-TOASTS_MAX));
}

/** Removes a message. */
export function dismissToast(id: number): void {
  store.set(store.getState().filter((toast) => toast.id !== id));
}
