/** Entries in IndexedDB. Loaded after the first paint. */
import { type IDBPDatabase, openDB } from "idb";
import type { LibraryEntry } from "../domain/library-entry.ts";
import { type EntryDatabase, StorageError } from "./entry-database.ts";
import { parseEntry } from "./entry-schema.ts";
import {
  DATABASE_NAME,
  DATABASE_VERSION,
  ENTRIES_STORE,
  type LibraryDatabase,
  migrate,
  PRESS_INDEX,
} from "./migrations.ts";
import { storageProblem } from "./storage-problem.ts";

// Safari has left the opening of a database unanswered for good; whoever presses Generate then has to be told.
const OPEN_TIMEOUT_MS = 10_000;

// Chrome's default only promises that the operating system has it; a journal before money wants the disk.
const STRICT = { durability: "strict" } as const;

interface OpenOptions {
  name?: string;
  version?: number;
  timeoutMs?: number;
  /** Called when this connection is of no more use: a newer studio took over, or the browser dropped it. */
  onLost: (reason: "replaced" | "dropped") => void;
}

/** Opens the library's database. Rejects at once, and not some day, when an older tab holds it. */
export async function openIndexedDatabase(options: OpenOptions): Promise<EntryDatabase> {
  const connection = await connect(options);
  return {
    async readAll() {
      const rows = await connection.getAll(ENTRIES_STORE);
      const entries = rows.flatMap((row) => parseEntry(row) ?? []);
      return { entries, unreadableCount: rows.length - entries.length };
    },
    async read(ids) {
      const transaction = connection.transaction(ENTRIES_STORE);
      const rows = await Promise.all(ids.map((id) => transaction.store.get(id)));
      return rows.flatMap((row) => parseEntry(row) ?? []);
    },
    async add(entries) {
      const transaction = connection.transaction(ENTRIES_STORE, "readwrite", STRICT);
      const keys = entries.flatMap(({ pressKey }) => pressKey ?? []);
      const index = transaction.store.index(PRESS_INDEX);
      const rows = await Promise.all(keys.map((key) => index.get(key)));
      const earlier = rows.flatMap((row) => parseEntry(row) ?? []);
      const added = earlier.length === 0 ? entries : [];
      // Awaited together: what fails inside aborts the transaction as well, and somebody has to hear of both.
      await Promise.all([...added.map((entry) => transaction.store.add(entry)), transaction.done]);
      return earlier;
    },
    async update(id, change, { isStrict } = { isStrict: false }) {
      const durability = isStrict ? STRICT : undefined;
      const transaction = connection.transaction(ENTRIES_STORE, "readwrite", durability);
      const [changed] = await Promise.all([changeRow(), transaction.done]);
      return changed;

      async function changeRow(): Promise<LibraryEntry | undefined> {
        const entry = parseEntry(await transaction.store.get(id));
        const next = entry === null ? undefined : change(entry);
        if (next !== undefined && next !== entry) await transaction.store.put(next);
        return next;
      }
    },
    close: () => connection.close(),
  };
}

function connect({
  name = DATABASE_NAME,
  version = DATABASE_VERSION,
  timeoutMs = OPEN_TIMEOUT_MS,
  onLost,
}: OpenOptions): Promise<IDBPDatabase<LibraryDatabase>> {
  return new Promise((resolve, reject) => {
    let isRefused = false;
    const refuse = (code: "storage-blocked" | "storage-failed") => {
      isRefused = true;
      reject(new StorageError(storageProblem(code)));
    };
    const timer = setTimeout(() => refuse("storage-failed"), timeoutMs);
    const opening = openDB<LibraryDatabase>(name, version, {
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
