/** The toasts: messages shown at the bottom of the page for a while. */

export interface Toast {
  id: number;
  text: string;
  /** An action on the message, such as undo. */
  action?: { label: string; onAction: () => void };
}

/** More at once would not be read. */
const TOASTS_MAX = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a message. It replaces an older one with the same text. */
export function showToast(text: string, action?: Toast["action"]): void {
  lastId += 1;
  const toast: Toast = action === undefined ? { id: lastId, text } : { id: lastId, text, action };
  set([...toasts.filter((other) => other.text !== text), toast].slice(-TOASTS_MAX));
}

/** Removes a message. */
export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

/** For `useSyncExternalStore`. */
export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For `useSyncExternalStore`. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}
