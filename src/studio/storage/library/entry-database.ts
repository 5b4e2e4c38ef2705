/**
 * The storage interface for entries. The library depends only on this interface, and IndexedDB is one implementation.
 */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

/**
 * A change to one entry. Returns the same object if nothing changes. It may run more than once, so it must not have
 * side effects.
 */
export type EntryChange = (entry: LibraryEntry) => LibraryEntry;

/** The stored entries, and the number of rows that could not be read. Unreadable rows are not modified. */
export interface StoredEntries {
  entries: LibraryEntry[];
  unreadableCount: number;
}

/** The stored entry after a change. `isChanged` is false if it was like that before. */
export interface EntryUpdate {
  entry: LibraryEntry;
  isChanged: boolean;
}

export interface EntryDatabase {
  readAll(): Promise<StoredEntries>;
  read(ids: readonly string[]): Promise<LibraryEntry[]>;
  /**
   * Adds all entries or none. They are on disk once it resolves. Fails if an id already exists. If the press of one of
   * them is already in the journal, nothing is added and it resolves to the entries of that press. Otherwise it
   * resolves to an empty array.
   */
  add(entries: readonly LibraryEntry[]): Promise<LibraryEntry[]>;
  /**
   * Reads, changes and writes an entry in one transaction. Resolves to the stored entry, or to undefined if there is
   * none. With `isStrict`, the change is on disk once it resolves.
   */
  update(
    id: string,
    change: EntryChange,
    options?: { isStrict: boolean },
  ): Promise<EntryUpdate | undefined>;
  /** Changes many entries in one transaction. Resolves to the entries that exist, with their new values. */
  updateAll(ids: readonly string[], change: EntryChange): Promise<LibraryEntry[]>;
  close(): void;
}
