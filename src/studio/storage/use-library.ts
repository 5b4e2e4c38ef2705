/** The library as React sees it. On the server, and until the disk was read, it is empty and "loading". */
import { useSyncExternalStore } from "react";
import type { LibraryEntry } from "../domain/library-entry.ts";
import { EMPTY_LIBRARY, type LibraryStatus } from "./library.ts";
import { paceSnapshots } from "./paced-snapshots.ts";
import { studioLibrary } from "./studio-library.ts";

const { subscribe, getSnapshot } = paceSnapshots(studioLibrary);

/** All generations the creator keeps, newest first. */
export function useEntries(): readonly LibraryEntry[] {
  return useSyncExternalStore(
    subscribe,
    () => getSnapshot().entries,
    () => EMPTY_LIBRARY.entries,
  );
}

/** One generation; undefined while the library loads, and when there is none of that id. */
export function useEntry(id: string | undefined): LibraryEntry | undefined {
  const entries = useEntries();
  return id === undefined ? undefined : entries.find((entry) => entry.id === id);
}

/** Whether the library was read, is being read, or is in trouble. */
export function useLibraryStatus(): LibraryStatus {
  return useSyncExternalStore(
    subscribe,
    () => getSnapshot().status,
    () => EMPTY_LIBRARY.status,
  );
}

/** How many rows on the disk nobody can read. */
export function useUnreadableCount(): number {
  return useSyncExternalStore(
    subscribe,
    () => getSnapshot().unreadableCount,
    () => 0,
  );
}
