import { createStore } from "#store/create-store.ts";
import { useStore } from "#studio/store/use-store.ts";

const message = createStore("");

/** Announces a text politely to screen readers. */
export function announce(text: string): void {
  // A live region is silent if its text doesn't change, so a no-break space makes repeated text new.
  message.set(message.getState() === text ? `${text}\u00a0` : text);
}

/** The page's only polite live region. Mounted once by the shell. */
export function Announcer() {
  const text = useStore(message, (current) => current);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
