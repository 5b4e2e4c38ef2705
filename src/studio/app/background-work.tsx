import { lazy, Suspense } from "react";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { usePrefetch } from "./use-prefetch.ts";

const GenerationsWatcher = lazy(async () => ({
  default: (await import("#studio/features/generations/views/generations-watcher.tsx"))
    .GenerationsWatcher,
}));

/** Background work on every screen: watching the generations, once there are any, and prefetching. */
export function BackgroundWork() {
  usePrefetch();
  if (useEntries().length === 0) return null;
  return (
    // If watching fails, the error is shown below the screen, which keeps working.
    <ErrorBoundary>
      <Suspense fallback={null}>
        <GenerationsWatcher />
      </Suspense>
    </ErrorBoundary>
  );
}
