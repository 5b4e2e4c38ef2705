import { lazy, Suspense, useSyncExternalStore } from "react";

const GenerationsWatcher = lazy(async () => ({
  default: (await import("#studio/features/generations/generations-watcher.tsx"))
    .GenerationsWatcher,
}));

const neverChanges = () => () => {};

/** What goes on whatever screen is open: watching the generations. Starts after the first paint. */
export function BackgroundWork() {
  const isAlive = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  if (!isAlive) return null;
  return (
    <Suspense fallback={null}>
      <GenerationsWatcher />
    </Suspense>
  );
}
