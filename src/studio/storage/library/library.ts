/** The library in memory, synchronized with the disk and with other tabs. This is the only writer. */
import type { Problem } from "#contract/problem.ts";
import { isEnded } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import {
  isDroppedConnection,
  storageProblem,
  toStorageProblem,
} from "#studio/storage/database/storage-problem.ts";
import type { EntryChange, EntryDatabase } from "./entry-database.ts";

export type LibraryStatus = "loading" | "ready" | { problem: Problem };

/** The state that screens render. Replaced with each change, and otherwise the same object. */
export interface LibrarySnapshot {
  status: LibraryStatus;
  /** Newest first. */
  entries: readonly LibraryEntry[];
  /** Number of rows on disk that cannot be read. They are not modified. */
  unreadableCount: number;
}

/** Notifies other tabs of changed entries. */
export interface LibraryChannel {
  post(ids: readonly string[]): void;
  /** Called once, with the first read, so that a page rendered at build time opens no channel. */
  listen(onChanged: (ids: readonly string[]) => void): void;
}

export interface LibraryOptions {
  openDatabase: (onLost: (reason: "replaced" | "dropped") => void) => Promise<EntryDatabase>;
  channel: LibraryChannel;
}

/** `earlier` holds the entries that the same press created before. Nothing is added then. Otherwise it is empty. */
export type AddResult =
  | { ok: true; earlier: readonly LibraryEntry[] }
  | { ok: false; problem: Problem };

/** `isChanged` is false if the change had nothing to do, for example because another tab made it first. */
export type CommitResult =
  | { ok: true; entry: LibraryEntry; isChanged: boolean }
  | { ok: false; problem: Problem };

export const EMPTY_LIBRARY: LibrarySnapshot = {
  status: "loading",
  entries: [],
  unreadableCount: 0,
};

export interface Library {
  /** Starts loading with the first subscriber. Returns a disposer. */
  subscribe(onChange: () => void): () => void;
  getSnapshot(): LibrarySnapshot;
  /** Resolves once the disk was read or the read failed. */
  load(): Promise<void>;
  /**
   * Reads the disk again: another tab may have died before it sent a notification, or this tab may have missed one
   * while it slept.
   */
  refresh(): Promise<void>;
  get(id: string): LibraryEntry | undefined;
  /** Adds new entries to the journal: all or none. They are on disk before it resolves. */
  add(entries: readonly LibraryEntry[]): Promise<AddResult>;
  /** Makes a change that later steps rely on: it is on disk before it resolves, or not made at all. */
  commit(id: string, change: EntryChange): Promise<CommitResult>;
  /** Changes an entry on disk and on screen. A change that cannot be written is still shown. */
  update(id: string, change: EntryChange): Promise<LibraryEntry | undefined>;
  /** Like `update`, for many entries: one transaction, one update of the screen and one message to the other tabs. */
  updateAll(ids: readonly string[], change: EntryChange): Promise<void>;
}

/** Creates the library. All side effects go through `options`, so tests can replace the browser's storage. */
export function createLibrary({ openDatabase, channel }: LibraryOptions): Library {
  const listeners = new Set<() => void>();
  const byId = new Map<string, LibraryEntry>();
  let snapshot = EMPTY_LIBRARY;
  let connection: Promise<EntryDatabase> | undefined;
  let loading: Promise<void> | undefined;
  let hasRead = false;

  function show(change: Partial<LibrarySnapshot>): void {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  function put(entries: readonly LibraryEntry[], change: Partial<LibrarySnapshot> = {}): void {
    for (const entry of entries) byId.set(entry.id, entry);
    show({ ...change, entries: [...byId.values()].sort(newestFirst) });
  }

  function connect(): Promise<EntryDatabase> {
    const opening = openDatabase((reason) => {
      if (connection === opening) connection = undefined;
      if (reason === "replaced") show({ status: { problem: storageProblem("storage-replaced") } });
    });
    opening.catch(() => {
      if (connection === opening) connection = undefined;
    });
    return opening;
  }

  /** Runs `work` on the database. Reconnects once if the browser dropped the connection. */
  async function withDatabase<Value>(
    work: (database: EntryDatabase) => Promise<Value>,
  ): Promise<Value> {
    connection ??= connect();
    const database = await connection;
    try {
      return await work(database);
    } catch (fault) {
      if (!isDroppedConnection(fault)) throw fault;
      connection = connect();
      return work(await connection);
    }
  }

  async function readDisk(): Promise<void> {
    try {
      const stored = await withDatabase((database) => database.readAll());
      hasRead = true;
      put(stored.entries, { status: "ready", unreadableCount: stored.unreadableCount });
      tellOfOpenOnes(stored.entries);
    } catch (fault) {
      show({ status: { problem: toStorageProblem(fault) } });
    }
  }

  /** Announces all unfinished entries to the other tabs, because a tab that died may not have announced its changes. */
  function tellOfOpenOnes(entries: readonly LibraryEntry[]): void {
    const isOpen = (entry: LibraryEntry) =>
      entry.phase === "completed" ? entry.clipsKeptAt === null : !isEnded(entry);
    const open = entries.filter(isOpen).map(({ id }) => id);
    if (open.length > 0) channel.post(open);
  }

  async function adopt(ids: readonly string[]): Promise<void> {
    try {
      put(await withDatabase((database) => database.read(ids)));
    } catch (fault) {
      show({ status: { problem: toStorageProblem(fault) } });
    }
  }

  function load(): Promise<void> {
    if (loading === undefined) {
      channel.listen((ids) => void adopt(ids));
      loading = readDisk();
    }
    return loading;
  }

  /** The disk works again, so repeat a read that failed. */
  function recover(): void {
    if (hasRead) {
      if (snapshot.status !== "ready") show({ status: "ready" });
    } else if (snapshot.status !== "loading") {
      loading = readDisk();
    }
  }

  /** Shows a change that cannot be written or whose row is gone, because it is still true. */
  function changeOnScreen(ids: readonly string[], change: EntryChange): void {
    const changed = ids.flatMap((id) => {
      const before = byId.get(id);
      const after = before && change(before);
      return after === undefined || after === before ? [] : [after];
    });
    if (changed.length > 0) put(changed);
  }

  return {
    load,
    refresh: () => (snapshot.status === "loading" ? load() : readDisk()),
    subscribe(onChange) {
      listeners.add(onChange);
      void load();
      return () => listeners.delete(onChange);
    },
    getSnapshot: () => snapshot,
    get: (id) => byId.get(id),
    async add(entries) {
      try {
        const earlier = await withDatabase((database) => database.add(entries));
        put(earlier.length > 0 ? earlier : entries);
        recover();
        if (earlier.length === 0) channel.post(entries.map(({ id }) => id));
        return { ok: true, earlier };
      } catch (fault) {
        return { ok: false, problem: toStorageProblem(fault) };
      }
    },
    async commit(id, change) {
      let isChanged = false;
      const noted: EntryChange = (entry) => {
        const changed = change(entry);
        isChanged = changed !== entry;
        return changed;
      };
      try {
        const entry = await withDatabase((database) =>
          database.update(id, noted, { isStrict: true }),
        );
        // A missing row was deleted with the rest of the library.
        if (entry === undefined) return { ok: false, problem: storageProblem("storage-failed") };
        put([entry]);
        recover();
        if (isChanged) channel.post([id]);
        return { ok: true, entry, isChanged };
      } catch (fault) {
        return { ok: false, problem: toStorageProblem(fault) };
      }
    },
    async update(id, change) {
      try {
        const written = await withDatabase((database) => database.update(id, change));
        recover();
        if (written === undefined) {
          changeOnScreen([id], change);
          return byId.get(id);
        }
        put([written]);
        channel.post([id]);
        return written;
      } catch (fault) {
        show({ status: { problem: toStorageProblem(fault) } });
        changeOnScreen([id], change);
        return byId.get(id);
      }
    },
    async updateAll(ids, change) {
      if (ids.length === 0) return;
      try {
        const written = await withDatabase((database) => database.updateAll(ids, change));
        recover();
        const writtenIds = new Set(written.map(({ id }) => id));
        if (written.length > 0) put(written);
        changeOnScreen(
          ids.filter((id) => !writtenIds.has(id)),
          change,
        );
        channel.post([...writtenIds]);
      } catch (fault) {
        show({ status: { problem: toStorageProblem(fault) } });
        changeOnScreen(ids, change);
      }
    },
  };
}

/** Newest first. Entries of one click are ordered by id to keep the order stable. */
function newestFirst(left: LibraryEntry, right: LibraryEntry): number {
  if (left.preparedAt !== right.preparedAt) return left.preparedAt < right.preparedAt ? 1 : -1;
  return left.id < right.id ? 1 : -1;
}
