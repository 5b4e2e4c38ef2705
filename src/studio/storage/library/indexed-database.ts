/** Stores entries in IndexedDB. Loaded after the first paint. */
import { connect, type OpenOptions, STRICT } from "#studio/storage/database/connection.ts";
import { ENTRIES_STORE, PRESS_INDEX } from "#studio/storage/database/migrations.ts";
import type { EntryDatabase, EntryUpdate } from "./entry-database.ts";
import { parseEntry } from "./entry-schema.ts";

/** Opens the library's database. Rejects immediately if an older tab blocks the upgrade. */
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
      // Awaited together: a failed request also aborts the transaction, and both rejections need a handler.
      await Promise.all([...added.map((entry) => transaction.store.add(entry)), transaction.done]);
      return earlier;
    },
    async update(id, change, { isStrict } = { isStrict: false }) {
      const durability = isStrict ? STRICT : undefined;
      const transaction = connection.transaction(ENTRIES_STORE, "readwrite", durability);
      const [changed] = await Promise.all([changeRow(), transaction.done]);
      return changed;

      async function changeRow(): Promise<EntryUpdate | undefined> {
        const before = parseEntry(await transaction.store.get(id));
        if (before === null) return undefined;
        const entry = change(before);
        const isChanged = entry !== before;
        if (isChanged) await transaction.store.put(entry);
        return { entry, isChanged };
      }
    },
    async updateAll(ids, change) {
      const transaction = connection.transaction(ENTRIES_STORE, "readwrite");
      const changeRow = async (id: string) => {
        const entry = parseEntry(await transaction.store.get(id));
        if (entry === null) return [];
        const next = change(entry);
        if (next !== entry) await transaction.store.put(next);
        return [next];
      };
      const [changed] = await Promise.all([Promise.all(ids.map(changeRow)), transaction.done]);
      return changed.flat();
    },
    close: () => connection.close(),
  };
}
