/** React access to the library. Empty and "loading" at build time and until the disk was read. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { useStore } from "#studio/store/use-store.ts";
import type { LibraryStatus } from "./library-state.ts";
import { studioLibrary } from "./studio-library.ts";
import { throttleLibrary } from "./throttled-library.ts";

const shownLibrary = throttleLibrary(studioLibrary);

/** The generations in the library, newest first, without those in the trash. */
export function useEntries(): readonly LibraryEntry[] {
  return useStore(shownLibrary, ({ kept }) => kept);
}

/** All generations that were ever made, with those in the trash and those of which only the cost is left. */
export function useAllEntries(): readonly LibraryEntry[] {
  return useStore(shownLibrary, ({ entries }) => entries);
}

/** One generation. Undefined while the library loads, and if there is none with that id. */
export function useEntry(id: string | undefined): LibraryEntry | undefined {
  return useStore(shownLibrary, ({ byId }) => (id === undefined ? undefined : byId.get(id)));
}

/** Whether the library is loading, ready, or has a problem. */
export function useLibraryStatus(): LibraryStatus {
  return useStore(shownLibrary, ({ status }) => status);
}

/** Number of rows on disk that cannot be read. */
export function useUnreadableCount(): number {
  return useStore(shownLibrary, ({ unreadableCount }) => unreadableCount);
}
