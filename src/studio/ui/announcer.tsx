import { createStore } from "#store/create-store.ts";
import { useStore } from "#studio/store/use-store.ts";

/**
 * How long a message stays. A screen reader may miss one that is replaced within 500 ms; the rest allows for timers and
 * renders that don't take place at the same distance.
 */
const SHOWN_MS = 750;

interface Message {
  text: string;
  subject: string;
}

/** A queue of messages for screen readers. `later` is the timer. */
export function createAnnouncer(
  later: (run: () => void, ms: number) => void = (run, ms) => setTimeout(run, ms),
) {
  const shown = createStore("");
  let isBusy = false;
  let waiting: readonly Message[] = [];

  function show(text: string): void {
    // A live region is silent if its text doesn't change, so a no-break space makes repeated text new.
    shown.set(shown.getState() === text ? `${text}\u00a0` : text);
    isBusy = true;
    later(showNext, SHOWN_MS);
  }

  function showNext(): void {
    isBusy = false;
    const [next, ...rest] = waiting;
    waiting = rest;
    if (next) show(next.text);
  }

  return {
    shown,
    announce(text: string, subject = text): void {
      if (isBusy) {
        waiting = [...waiting.filter((other) => other.subject !== subject), { text, subject }];
      } else {
        show(text);
      }
    },
  };
}

const announcer = createAnnouncer();

/**
 * Announces a text politely to screen readers, after the texts before it. While it waits, a later text with the same
 * `subject` replaces it, so that a held key doesn't queue every step.
 */
export const announce: (text: string, subject?: string) => void = announcer.announce;

/** The page's only polite live region. Mounted once by the shell. */
export function Announcer() {
  const text = useStore(announcer.shown, (current) => current);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
