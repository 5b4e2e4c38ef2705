import { deleteDB, openDB } from "idb";
import { expect, test } from "vitest";
import { openJudgementRows } from "#studio/storage/judgements/judgement-rows.ts";
import { openIndexedDatabase } from "#studio/storage/library/indexed-database.ts";
import { openPosterRows } from "#studio/storage/posters/poster-rows.ts";
import { aCompletedEntry, anEntry } from "#studio/testing/fixtures.ts";
import { aVerdict } from "#studio/testing/judgement-fixtures.ts";
import { DATABASE_VERSION, ENTRIES_STORE, JUDGEMENTS_STORE, PRESS_INDEX } from "./migrations.ts";

test("upgrade: a database of version 3 is opened → it keeps every row and can store posters", async () => {
  const name = "test-upgrade";
  const entries = [anEntry({ id: "a", pressKey: "draft/1" }), aCompletedEntry({ id: "b" })];
  const verdict = aVerdict();
  const older = await openDB(name, 3, {
    upgrade: (database) => {
      const store = database.createObjectStore(ENTRIES_STORE, { keyPath: "id" });
      store.createIndex(PRESS_INDEX, "pressKey", { unique: true });
      database.createObjectStore(JUDGEMENTS_STORE, { keyPath: "id" });
    },
  });
  for (const entry of entries) await older.put(ENTRIES_STORE, entry);
  await older.put(JUDGEMENTS_STORE, verdict);
  older.close();

  const options = { name, onLost: () => {} };
  const library = await openIndexedDatabase(options);
  expect(await library.readAll()).toEqual({ entries, unreadableCount: 0 });
  expect(await library.add([anEntry({ id: "c", pressKey: "draft/1" })])).toEqual([entries[0]]);
  expect(await (await openJudgementRows(options)).read()).toEqual([verdict]);
  const posters = await openPosterRows(options);
  await posters.write("/clip", new Blob(["picture"]));
  expect((await posters.read("/clip"))?.size).toBe(7);
  const now = await openDB(name);
  expect(now.version).toBe(DATABASE_VERSION);
  now.close();
  await deleteDB(name);
});
