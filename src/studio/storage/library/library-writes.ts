/** The ways to write to the library: to the disk, the screen and the other tabs. */
import type { Problem } from "#contract/problem.ts";
import type { ReadableStore } from "#store/create-store.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { StorageResult, WithDatabase } from "#studio/storage/database/reconnecting.ts";
import { storageProblem } from "#studio/storage/database/storage-problem.ts";
import type { EntryChange, EntryDatabase } from "./entry-database.ts";
import type { LibraryEvent, LibraryState } from "./library-state.ts";

/** `earlier` holds the entries that the same press created before. Nothing is added then. Otherwise it is empty. */
export type AddResult =
  | { ok: true; earlier: readonly LibraryEntry[] }
  | { ok: false; problem: Problem };

/** `isChanged` is false if the change had nothing to do, for example because another tab made it first. */
export type CommitResult =
  | { ok: true; entry: LibraryEntry; isChanged: boolean }
  | { ok: false; problem: Problem };

export interface LibraryWrites {
  /** Adds new entries to the journal: all or none. They are on disk before it resolves. */
  add(entries: readonly LibraryEntry[]): Promise<AddResult>;
  /** Makes a change that later steps rely on: it is on disk before it resolves, or not made at all. */
  commit(id: string, change: EntryChange): Promise<CommitResult>;
  /** Changes an entry on disk and on screen. A change that cannot be written is still shown. */
  update(id: string, change: EntryChange): Promise<LibraryEntry | undefined>;
  /** Like `update`, for many entries: one transaction and one message to the other tabs. */
  updateAll(ids: readonly string[], change: EntryChange): Promise<void>;
}

interface LibraryWritesOptions {
  store: ReadableStore<LibraryState>;
  apply: (event: LibraryEvent) => void;
  withDatabase: WithDatabase<EntryDatabase>;
  /** Tells the other tabs which entries to read again. */
  announce: (ids: readonly string[]) => void;
  /** Called after each successful write, since it proves that the disk works. */
  onWritten: () => void;
}

/** Creates the writing half of a library. */
export function createLibraryWrites(options: LibraryWritesOptions): LibraryWrites {
  const { store, apply, withDatabase, announce, onWritten } = options;

  function showWritten(entries: readonly LibraryEntry[]): void {
    apply({ type: "written", entries });
    onWritten();
  }

  /** Shows a change of these entries, whether or not it could be written. */
  function show(
    ids: readonly string[],
    change: EntryChange,
    written: StorageResult<readonly LibraryEntry[]>,
  ): void {
    if (!written.ok) {
      apply({ type: "failed", problem: written.problem });
      apply({ type: "unwritten", ids, change });
      return;
    }
    showWritten(written.value);
    const writtenIds = new Set(written.value.map(({ id }) => id));
    apply({ type: "unwritten", ids: ids.filter((id) => !writtenIds.has(id)), change });
    announce([...writtenIds]);
  }

  return {
    async add(entries) {
      const added = await withDatabase((database) => database.add(entries));
      if (!added.ok) return added;
      const earlier = added.value;
      showWritten(earlier.length > 0 ? earlier : entries);
      if (earlier.length === 0) announce(entries.map(({ id }) => id));
      return { ok: true, earlier };
    },
    async commit(id, change) {
      const options = { isStrict: true };
      const updated = await withDatabase((database) => database.update(id, change, options));
      if (!updated.ok) return updated;
      // A missing row was deleted with the rest of the library.
      if (!updated.value) return { ok: false, problem: storageProblem("storage-failed") };
      const { entry, isChanged } = updated.value;
      showWritten([entry]);
      if (isChanged) announce([id]);
      return { ok: true, entry, isChanged };
    },
    async update(id, change) {
      const updated = await withDatabase(async (database) => {
        const row = await database.update(id, change);
        return row ? [row.entry] : [];
      });
      show([id], change, updated);
      return store.getState().byId.get(id);
    },
    async updateAll(ids, change) {
      if (ids.length === 0) return;
      show(ids, change, await withDatabase((database) => database.updateAll(ids, change)));
    },
  };
}
