/**
 * The database schema and its migrations. A released migration is never edited. Each schema change adds a migration at
 * the end.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";

export const DATABASE_NAME = "kirin-studio";
export const ENTRIES_STORE = "entries";
export const JUDGEMENTS_STORE = "judgements";
export const POSTERS_STORE = "posters";
/** Unique: one press creates one row. Rows without a press key are not indexed. */
export const PRESS_INDEX = "press";

/** Rows are `unknown` because stored data must be parsed before use. */
export interface StudioDatabase extends DBSchema {
  [ENTRIES_STORE]: { key: string; value: unknown; indexes: { [PRESS_INDEX]: string } };
  [JUDGEMENTS_STORE]: { key: string; value: unknown };
  [POSTERS_STORE]: { key: string; value: unknown };
}

/** A database in the browser's upgrade transaction. */
interface Upgrade {
  database: IDBPDatabase<StudioDatabase>;
  transaction: IDBPTransaction<StudioDatabase, StoreNames<StudioDatabase>[], "versionchange">;
}

type Migration = (upgrade: Upgrade) => void;

const MIGRATIONS: readonly Migration[] = [
  ({ database }) => {
    database.createObjectStore(ENTRIES_STORE, { keyPath: "id" });
  },
  ({ transaction }) => {
    transaction.objectStore(ENTRIES_STORE).createIndex(PRESS_INDEX, "pressKey", { unique: true });
  },
  ({ database }) => {
    database.createObjectStore(JUDGEMENTS_STORE, { keyPath: "id" });
  },
  ({ database }) => {
    database.createObjectStore(POSTERS_STORE, { keyPath: "src" });
  },
];

export const DATABASE_VERSION = MIGRATIONS.length;

/** Migrates a database from `oldVersion` to {@link DATABASE_VERSION}. */
export function migrate(upgrade: Upgrade, oldVersion: number): void {
  for (const step of MIGRATIONS.slice(oldVersion)) step(upgrade);
}
