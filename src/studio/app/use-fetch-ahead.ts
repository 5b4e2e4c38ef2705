import { useEffect } from "react";

const SIGNS_OF_LIFE = ["focusin", "input", "pointerdown", "keydown"] as const;

/**
 * Whoever begins to write will press Generate and look around. The parts of the studio that this needs are fetched at the
 * first sign of it: a press is answered at once, also when the server or the network has gone meanwhile. A browser that
 * could not fetch a part once does not ask for it again until the page is reloaded.
 */
export function useFetchAhead(): void {
  useEffect(() => {
    const done = new AbortController();
    const handleSign = () => {
      done.abort();
      // What is missing then says so itself, where it is wanted.
      Promise.all(fetchParts()).catch(() => null);
    };
    for (const sign of SIGNS_OF_LIFE) {
      document.addEventListener(sign, handleSign, { passive: true, signal: done.signal });
    }
    return () => done.abort();
  }, []);
}

function fetchParts(): Promise<unknown>[] {
  return [
    import("#studio/features/generations/generations-watcher.tsx"),
    import("#studio/features/generations/submit.ts"),
    import("#studio/domain/problem-words.ts"),
    import("#studio/domain/same-work.ts"),
    import("#messages/outcomes.ts"),
    import("./entry-stage.tsx"),
    import("./entry-details.tsx"),
    import("#studio/features/generations/filmstrip.tsx"),
    import("#studio/features/generations/send-queue.tsx"),
    import("./compare-room.tsx"),
    import("#studio/features/library/library-screen.tsx"),
    import("#studio/features/usage/usage-screen.tsx"),
  ];
}
