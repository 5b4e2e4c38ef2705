import { useEffect } from "react";

const INTERACTION_EVENTS = ["focusin", "input", "pointerdown", "keydown"] as const;

/**
 * Prefetches the modules that are needed after a submit, on the first interaction with the page. A submit is then
 * answered at once, even if the server or the network fails meanwhile. A browser that once failed to load a module does
 * not request it again until the page is reloaded.
 */
export function usePrefetch(): void {
  useEffect(() => {
    const done = new AbortController();
    const handleInteraction = () => {
      done.abort();
      // A module that failed to load reports its own error when it is used.
      Promise.all(fetchParts()).catch(() => null);
    };
    for (const eventName of INTERACTION_EVENTS) {
      document.addEventListener(eventName, handleInteraction, {
        passive: true,
        signal: done.signal,
      });
    }
    return () => done.abort();
  }, []);
}

function fetchParts(): Promise<unknown>[] {
  return [
    import("#studio/features/generations/views/generations-watcher.tsx"),
    import("#studio/features/generations/studio-generations.ts"),
    import("#studio/format/describe-problem.ts"),
    import("#studio/domain/submit/same-work.ts"),
    import("#messages/outcomes.ts"),
    import("./create/stage/stage.tsx"),
    import("./create/stage/entry-details.tsx"),
    import("./create/stage/details-sheet.tsx"),
    import("./create/recents.tsx"),
    import("./routes/compare-route.tsx"),
    import("#studio/features/library/library-screen.tsx"),
    import("#studio/features/usage/usage-screen.tsx"),
    import("./shell/open-settings.tsx"),
    import("./shell/shortcut-sheet.tsx"),
    import("./question-dialog.tsx"),
  ];
}
