/** A page's connection to the database. Every call takes two steps: its effect and its result. */
import type { EntryDatabase } from "#studio/storage/library/entry-database.ts";
import type { Disk } from "./disk.ts";
import type { Page } from "./page.ts";

/** Opens the database for a page; `call` runs an effect and returns its result, in the order of the calls. */
export function openPageDatabase(
  page: Page,
  disk: Disk,
  call: <Value>(label: string, effect: () => Value) => Promise<Value>,
): EntryDatabase {
  function change(id: string, apply: Parameters<EntryDatabase["update"]>[1]) {
    const row = disk.rows.get(id);
    if (row === undefined) return undefined;
    const entry = apply(row);
    if (entry !== row) {
      page.markOutsideChange();
      disk.write(page.name, entry);
    }
    return { entry, isChanged: entry !== row };
  }

  return {
    readAll: () =>
      call("read all", () => {
        disk.check();
        return { entries: [...disk.rows.values()], unreadableCount: 0 };
      }),
    read: (ids) =>
      call("read rows", () => {
        disk.check();
        return ids.flatMap((id) => disk.rows.get(id) ?? []);
      }),
    add: (entries) =>
      call("add", () => {
        page.markOutsideChange();
        return disk.add(page.name, entries);
      }),
    update: (id, apply, options) =>
      call(options?.isStrict ? "commit" : "update", () => {
        disk.check();
        const update = change(id, apply);
        if (update !== undefined && options?.isStrict) disk.flush();
        return update;
      }),
    updateAll: (ids, apply) =>
      call("update all", () => {
        disk.check();
        return ids.flatMap((id) => change(id, apply)?.entry ?? []);
      }),
    close: () => {},
  };
}
