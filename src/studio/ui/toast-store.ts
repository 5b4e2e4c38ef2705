/** The messages that stand at the foot of the page for a while. */

export interface Toast {
  id: number;
  text: string;
  /** What can be done about it, such as taking it back. */
  action?: { label: string; onAction: () => void };
}

/** More at once would be read by nobody. */
const TOASTS_MAX = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a message. An equal text takes the place of the older one. */
export function showToast(text: string, action?: Toast["action"]): void {
  lastId += 1;
  const toast: Toast = action === undefined ? { id: lastId, text } : { id: lastId, text, action };
  set([...toasts.filter((other) => other.text !== text), toast].slice(-TOASTS_MAX));
}

/** Takes a message away. */
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
