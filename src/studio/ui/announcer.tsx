import { useSyncExternalStore } from "react";

let message = "";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says something to screen readers when they have a moment. */
export function announce(text: string): void {
  // A live region is silent when its text does not change: a no-break space makes the same words new.
  message = message === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

/** The page's one polite live region; mounted once by the shell. */
export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => message,
    () => "",
  );
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
