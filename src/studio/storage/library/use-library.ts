/** React access to the library. Empty and "loading" on the server and until the disk was read. */
import { useSyncExternalStore } from "react";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { EMPTY_LIBRARY, type LibraryStatus } from "./library.ts";
import { paceSnapshots } from "./paced-snapshots.ts";
import { studioLibrary } from "./studio-library.ts";

const { subscribe, getSnapshot } = paceSnapshots(studioLibrary);

/** All generations in the library, newest first. */
export function useEntries(): readonly LibraryEntry[] {
  return useSyncExternalStore(
    subscribe,
    () => getSnapshot().entries,
    () => EMPTY_LIBRARY.entries,
  );
}

/** One generation. Undefined while the library loads, and if there is none with that id. */
export function useEntry(id: string | undefined): LibraryEntry | undefined {
  const entries = useEntries();
  return id === undefined ? undefined : entries.find((entry) => entry.id === id);
}

/** Whether the library is loading, ready, or has a problem. */
export function useLibraryStatus(): LibraryStatus {
  return useSyncExternalStore(
    subscribe,
    () => getSnapshot().status,
    () => EMPTY_LIBRARY.status,
  );
}

/** Number of rows on disk that cannot be read. */
export function useUnreadableCount(): number {
  return useSyncExternalStore(
    subscribe,
    () => getSnapshot().unreadableCount,
    () => 0,
  );
}
