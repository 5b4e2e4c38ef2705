import { useSyncExternalStore } from "react";

let message = "";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Announces a text politely to screen readers. */
export function announce(text: string): void {
  // A live region is silent if its text doesn't change, so a no-break space makes repeated text new.
  message = message === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

/** The page's only polite live region. Mounted once by the shell. */
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
