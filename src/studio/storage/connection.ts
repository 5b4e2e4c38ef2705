/** A connection to the studio's database in IndexedDB. Loaded after the first paint. */
import { type IDBPDatabase, openDB } from "idb";
import { StorageError } from "./entry-database.ts";
import { DATABASE_NAME, DATABASE_VERSION, migrate, type StudioDatabase } from "./migrations.ts";
import { storageProblem } from "./storage-problem.ts";

// Safari has left the opening of a database unanswered for good; whoever presses Generate then has to be told.
const OPEN_TIMEOUT_MS = 10_000;

// Chrome's default only promises that the operating system has it; a journal before money wants the disk.
export const STRICT = { durability: "strict" } as const;

export interface OpenOptions {
  name?: string;
  version?: number;
  timeoutMs?: number;
  /** Called when this connection is of no more use: a newer studio took over, or the browser dropped it. */
  onLost: (reason: "replaced" | "dropped") => void;
}

/** Connects. Rejects at once, and not some day, when an older tab holds the database. */
export function connect({
  name = DATABASE_NAME,
  version = DATABASE_VERSION,
  timeoutMs = OPEN_TIMEOUT_MS,
  onLost,
}: OpenOptions): Promise<IDBPDatabase<StudioDatabase>> {
  return new Promise((resolve, reject) => {
    if (!hasDatabases()) return reject(new StorageError(storageProblem("storage-unavailable")));
    let isRefused = false;
    const refuse = (code: "storage-blocked" | "storage-failed") => {
      isRefused = true;
      reject(new StorageError(storageProblem(code)));
    };
    const timer = setTimeout(() => refuse("storage-failed"), timeoutMs);
    const opening = openDB<StudioDatabase>(name, version, {
      upgrade: migrate,
      blocked: () => refuse("storage-blocked"),
      blocking: (_current, _blocked, event) => {
        // Whoever waits for this connection is a newer studio: make way at once.
        (event.target as IDBDatabase).close();
        onLost("replaced");
      },
      terminated: () => onLost("dropped"),
    });
    opening
      .then((connection) => {
        // Opened after all, once the older tab let go; the library has moved on and will open its own.
        if (isRefused) connection.close();
        else resolve(connection);
      }, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Absent, or throwing where it is read, in windows that keep nothing. */
function hasDatabases(): boolean {
  try {
    return (globalThis.indexedDB as IDBFactory | undefined | null) != null;
  } catch {
    return false;
  }
}
