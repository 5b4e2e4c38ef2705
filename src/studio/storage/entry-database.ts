/** Where entries are kept; the library is written against this, and IndexedDB is one of its forms. */
import type { Problem } from "#contract/problem.ts";
import type { LibraryEntry } from "../domain/library-entry.ts";

/** A change of one entry. Returns the very same object when there is nothing to change. */
export type EntryChange = (entry: LibraryEntry) => LibraryEntry;

/** What a database holds: the entries, and how many rows could not be read (they stay where they are). */
export interface StoredEntries {
  entries: LibraryEntry[];
  unreadableCount: number;
}

export interface EntryDatabase {
  readAll(): Promise<StoredEntries>;
  read(ids: readonly string[]): Promise<LibraryEntry[]>;
  /**
   * All of them or none, and safe on the disk once it resolves. Fails if an id is there already. Adds nothing where the
   * press of one of them was journalled before, and resolves to what came of it then; otherwise to nothing.
   */
  add(entries: readonly LibraryEntry[]): Promise<LibraryEntry[]>;
  /**
   * Reads, changes and writes in one transaction. Resolves to what stands there now, or undefined for no such row. With
   * `isStrict` it is safe on the disk once it resolves.
   */
  update(
    id: string,
    change: EntryChange,
    options?: { isStrict: boolean },
  ): Promise<LibraryEntry | undefined>;
  /** Changes many entries in one transaction. Resolves to those whose rows are there, as they are now. */
  updateAll(ids: readonly string[], change: EntryChange): Promise<LibraryEntry[]>;
  close(): void;
}

/** Thrown by a database whose trouble has a name that a creator can do something about. */
export class StorageError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail, options);
    this.name = "StorageError";
    this.problem = problem;
  }
}
