import { lazy, Suspense } from "react";
import { useEntries } from "#studio/storage/use-library.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useFetchAhead } from "./use-fetch-ahead.ts";

const GenerationsWatcher = lazy(async () => ({
  default: (await import("#studio/features/generations/generations-watcher.tsx"))
    .GenerationsWatcher,
}));

/** What goes on whatever screen is open: watching the generations, once there are any, and fetching ahead. */
export function BackgroundWork() {
  useFetchAhead();
  if (useEntries().length === 0) return null;
  return (
    // A page that cannot watch says so under every screen, and does not take the screen with it.
    <ErrorBoundary>
      <Suspense fallback={null}>
        <GenerationsWatcher />
      </Suspense>
    </ErrorBoundary>
  );
}
