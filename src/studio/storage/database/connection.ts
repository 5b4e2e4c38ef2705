/** Connects to the studio's IndexedDB database. Loaded after the first paint. */
import { type IDBPDatabase, openDB } from "idb";
import { DATABASE_NAME, DATABASE_VERSION, migrate, type StudioDatabase } from "./migrations.ts";
import type { LostReason } from "./reconnecting.ts";
import { StorageError, storageProblem } from "./storage-problem.ts";

// Safari sometimes never responds to an open request. Generate must then report a problem instead of waiting forever.
const OPEN_TIMEOUT_MS = 10_000;

// By default, Chrome only waits until the operating system has the data. The journal must be on disk before money is
// spent.
export const STRICT = { durability: "strict" } as const;

export interface OpenOptions {
  name?: string;
  version?: number;
  timeoutMs?: number;
  /** Called when the connection is closed from outside. */
  onLost: (reason: LostReason) => void;
}

/** Opens a connection. Rejects immediately if an older tab blocks the upgrade, instead of waiting for that tab. */
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
      upgrade: (...[database, oldVersion, , transaction]) =>
        migrate({ database, transaction }, oldVersion),
      blocked: () => refuse("storage-blocked"),
      blocking: (_current, _blocked, event) => {
        // Only a newer version of the studio requests an upgrade, so close the connection to let it proceed.
        (event.target as IDBDatabase).close();
        onLost("replaced");
      },
      terminated: () => onLost("dropped"),
    });
    opening
      .then((connection) => {
        // The connection opened after the refusal. The library has already given up on it and opens another.
        if (isRefused) connection.close();
        else resolve(connection);
      }, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** IndexedDB is missing or throws on access in windows without storage. */
function hasDatabases(): boolean {
  try {
    return (globalThis.indexedDB as IDBFactory | undefined | null) != null;
  } catch {
    return false;
  }
}
