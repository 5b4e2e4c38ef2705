import { lazy, Suspense } from "react";
import { useEntries } from "#studio/storage/use-library.ts";

const GenerationsWatcher = lazy(async () => ({
  default: (await import("#studio/features/generations/generations-watcher.tsx"))
    .GenerationsWatcher,
}));

/** What goes on whatever screen is open: watching the generations, once there are any. */
export function BackgroundWork() {
  if (useEntries().length === 0) return null;
  return (
    <Suspense fallback={null}>
      <GenerationsWatcher />
    </Suspense>
  );
}
