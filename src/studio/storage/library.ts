/**
 * The library in memory: what every screen sees, the one writer of what is on the disk, and the same in every tab.
 */
import type { Problem } from "#contract/problem.ts";
import { isEnded } from "../domain/entry-rules.ts";
import type { LibraryEntry } from "../domain/library-entry.ts";
import type { EntryChange, EntryDatabase } from "./entry-database.ts";
import { isDroppedConnection, storageProblem, toStorageProblem } from "./storage-problem.ts";

export type LibraryStatus = "loading" | "ready" | { problem: Problem };

/** What screens see. A new object for every change, the same one until then. */
export interface LibrarySnapshot {
  status: LibraryStatus;
  /** Newest first. */
  entries: readonly LibraryEntry[];
  /** Rows on the disk that nobody can read; they are left where they are. */
  unreadableCount: number;
}

/** The way tabs tell each other which entries changed. */
export interface LibraryChannel {
  post(ids: readonly string[]): void;
  /** Called once, with the first reading: a page rendered at build time opens no channel. */
  listen(onChanged: (ids: readonly string[]) => void): void;
}

export interface LibraryOptions {
  openDatabase: (onLost: (reason: "replaced" | "dropped") => void) => Promise<EntryDatabase>;
  channel: LibraryChannel;
}

/** `earlier` is what the same press has led to before, and then nothing was added; otherwise it is empty. */
export type AddResult =
  | { ok: true; earlier: readonly LibraryEntry[] }
  | { ok: false; problem: Problem };

/** `isChanged` tells whether it was this very change that made the entry what it is. */
export type CommitResult =
  | { ok: true; entry: LibraryEntry; isChanged: boolean }
  | { ok: false; problem: Problem };

export const EMPTY_LIBRARY: LibrarySnapshot = {
  status: "loading",
  entries: [],
  unreadableCount: 0,
};

export interface Library {
  /** Starts reading at the first subscriber. */
  subscribe(onChange: () => void): () => void;
  getSnapshot(): LibrarySnapshot;
  /** Resolves once the disk was read, or could not be. */
  load(): Promise<void>;
  /** Reads the disk again: a tab may have died before it told, or this one slept and heard nothing. */
  refresh(): Promise<void>;
  get(id: string): LibraryEntry | undefined;
  /** Journals new entries: all or none, on the disk before it resolves. */
  add(entries: readonly LibraryEntry[]): Promise<AddResult>;
  /** Changes an entry that something depends on: on the disk before it resolves, or not at all. */
  commit(id: string, change: EntryChange): Promise<CommitResult>;
  /** Changes an entry on the disk and on the screen. What cannot be written is shown all the same. */
  update(id: string, change: EntryChange): Promise<LibraryEntry | undefined>;
  /** The same for many entries: one transaction, one notification, one message to the other tabs. */
  updateAll(ids: readonly string[], change: EntryChange): Promise<void>;
}

/** A library over a database; everything it does comes through `options`, so that a test can stand in for a browser. */
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

  /** Runs `work` on the database; a connection that the browser dropped is opened anew, once. */
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

  /** What a tab that died could not tell of, whoever reads the disk does. */
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

  /** The disk answers (again): what could not be read before is read now. */
  function recover(): void {
    if (hasRead) {
      if (snapshot.status !== "ready") show({ status: "ready" });
    } else if (snapshot.status !== "loading") {
      loading = readDisk();
    }
  }

  /** What cannot be written, or whose row is gone, is still the truth: it is shown. */
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
        // A row that is gone was cleared away with the rest of the library.
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

/** Newest first; entries of one click by their ids, so that their order never wavers. */
function newestFirst(left: LibraryEntry, right: LibraryEntry): number {
  if (left.preparedAt !== right.preparedAt) return left.preparedAt < right.preparedAt ? 1 : -1;
  return left.id < right.id ? 1 : -1;
}
