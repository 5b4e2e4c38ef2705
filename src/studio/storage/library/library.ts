/** The library in memory, synchronized with the disk and with other tabs. This is the only writer. */
import { createStore, type ReadableStore } from "#store/create-store.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { type OpenDatabase, reconnecting } from "#studio/storage/database/reconnecting.ts";
import type { TabChannel } from "#studio/storage/database/tab-channel.ts";
import type { EntryDatabase } from "./entry-database.ts";
import {
  EMPTY_LIBRARY,
  type LibraryEvent,
  type LibraryState,
  nextLibrary,
  unfinishedIds,
} from "./library-state.ts";
import { createLibraryWrites, type LibraryWrites } from "./library-writes.ts";

export interface LibraryOptions {
  openDatabase: OpenDatabase<EntryDatabase>;
  channel: TabChannel;
}

/** Starts loading with the first subscriber. */
export interface Library extends ReadableStore<LibraryState>, LibraryWrites {
  /** Resolves once the disk was read or the read failed. */
  load(): Promise<void>;
  /**
   * Reads the disk again: another tab may have died before it sent a notification, or this tab may have missed one
   * while it slept.
   */
  refresh(): Promise<void>;
  get(id: string): LibraryEntry | undefined;
}

/** Creates the library. All side effects go through `options`, so tests can replace the browser's storage. */
export function createLibrary({ openDatabase, channel }: LibraryOptions): Library {
  const store = createStore(EMPTY_LIBRARY, () => {
    void load();
    return () => {};
  });
  const withDatabase = reconnecting(openDatabase, (problem) => apply({ type: "failed", problem }));
  let loading: Promise<void> | undefined;

  function apply(event: LibraryEvent): void {
    store.set(nextLibrary(store.getState(), event));
  }

  function load(): Promise<void> {
    if (loading === undefined) {
      channel.listen((ids) => void adopt(ids));
      loading = readDisk();
    }
    return loading;
  }

  async function readDisk(): Promise<void> {
    const read = await withDatabase((database) => database.readAll());
    if (!read.ok) return apply({ type: "failed", problem: read.problem });
    apply({ type: "read", stored: read.value });
    announce(unfinishedIds(read.value.entries));
  }

  /** Reads what another tab has changed. */
  async function adopt(ids: readonly string[]): Promise<void> {
    const read = await withDatabase((database) => database.read(ids));
    if (read.ok) apply({ type: "adopted", entries: read.value });
    else apply({ type: "failed", problem: read.problem });
  }

  function announce(ids: readonly string[]): void {
    if (ids.length > 0) channel.post(ids);
  }

  /** Once the disk works again, a first read that failed is repeated. */
  function readIfUnread(): void {
    const { hasRead, status } = store.getState();
    if (!hasRead && status !== "loading") loading = readDisk();
  }

  return {
    subscribe: store.subscribe,
    getState: store.getState,
    getInitialState: store.getInitialState,
    load,
    refresh: () => (store.getState().status === "loading" ? load() : readDisk()),
    get: (id) => store.getState().byId.get(id),
    ...createLibraryWrites({ store, apply, withDatabase, announce, onWritten: readIfUnread }),
  };
}
