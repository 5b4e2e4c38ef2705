/**
 * The shape of the database, version by version. A version that was ever released is never edited; a change of shape is
 * a new step at the end.
 */
import type { DBSchema, IDBPDatabase } from "idb";

export const DATABASE_NAME = "kirin-studio";
export const ENTRIES_STORE = "entries";

/** Rows are `unknown` on purpose: nothing on a disk is believed before it is parsed. */
export interface LibraryDatabase extends DBSchema {
  [ENTRIES_STORE]: { key: string; value: unknown };
}

type Migration = (database: IDBPDatabase<LibraryDatabase>) => void;

const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore(ENTRIES_STORE, { keyPath: "id" });
  },
];

export const DATABASE_VERSION = MIGRATIONS.length;

/** Brings a database from `oldVersion` to {@link DATABASE_VERSION}, inside the browser's own upgrade transaction. */
export function migrate(database: IDBPDatabase<LibraryDatabase>, oldVersion: number): void {
  for (const step of MIGRATIONS.slice(oldVersion)) step(database);
}
