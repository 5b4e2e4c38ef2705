import { deleteDB, openDB } from "idb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { withFavourite } from "#studio/domain/life/keeping.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { DATABASE_VERSION, ENTRIES_STORE } from "#studio/storage/database/migrations.ts";
import { toStorageProblem } from "#studio/storage/database/storage-problem.ts";
import { tabChannel } from "#studio/storage/database/tab-channel.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { aCompletedEntry, anEntry, aWatchedEntry, NOON } from "#studio/testing/fixtures.ts";
import { openIndexedDatabase } from "./indexed-database.ts";
import { createLibrary } from "./library.ts";

let name: string;
let count = 0;
beforeEach(() => {
  count += 1;
  name = `test-${count}`;
  return () => deleteDB(name);
});

const open = (onLost = () => {}) => openIndexedDatabase({ name, onLost });

describe("the library's database", () => {
  test("reads entries as they were written", async () => {
    const database = await open();
    const entries = [
      anEntry({ id: "a" }),
      aWatchedEntry({ id: "b" }),
      aCompletedEntry({ id: "c" }),
    ];
    await database.add(entries);
    expect(await database.readAll()).toEqual({ entries, unreadableCount: 0 });
    expect(await database.read(["c", "none"])).toEqual([entries[2]]);
    database.close();
  });

  test("adds entries with strict durability", async () => {
    const database = await open();
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
    await database.add([anEntry()]);
    expect(transaction.mock.calls[0]?.[2]).toEqual({ durability: "strict" });
    database.close();
  });

  test("updates many rows in one transaction, and skips missing ones", async () => {
    const database = await open();
    await database.add([anEntry({ id: "a" }), anEntry({ id: "b" })]);
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
    const seen = (entry: LibraryEntry) => ({ ...entry, seenAt: "2026-11-30T12:00:00.000Z" });
    const changed = await database.updateAll(["a", "gone", "b"], seen);
    expect(changed.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(transaction).toHaveBeenCalledOnce();
    expect(await database.read(["a", "b"])).toEqual(changed);
    database.close();
  });

  test("commits with strict durability, and updates without", async () => {
    const database = await open();
    await database.add([anEntry()]);
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
    const library = createLibrary({
      openDatabase: async () => database,
      channel: { post: () => {}, listen: () => {} },
    });
    await library.commit("entry-1", (entry) => ({ ...entry, retryOf: "x" }));
    await library.update("entry-1", (entry) => ({ ...entry, retryOf: "y" }));
    expect(transaction.mock.calls.map(([, mode, options]) => [mode, options?.durability])).toEqual([
      ["readwrite", "strict"],
      ["readwrite", undefined],
    ]);
    database.close();
  });

  test("rejects a change that cannot be written, and leaves the row as it is", async () => {
    const database = await open();
    await database.add([anEntry()]);
    // A function cannot be cloned, so the put fails inside the transaction.
    const broken = { ...anEntry(), generation: () => {} } as unknown as LibraryEntry;
    await expect(database.update("entry-1", () => broken)).rejects.toThrow();
    expect((await database.readAll()).entries).toEqual([anEntry()]);
    database.close();
  });

  test("storage: one of two entries of a press cannot be written → neither is added, and nothing is overwritten", async () => {
    const database = await open();
    await database.add([aCompletedEntry({ id: "a" })]);
    await expect(database.add([anEntry({ id: "b" }), anEntry({ id: "a" })])).rejects.toThrow();
    expect((await database.readAll()).entries).toEqual([aCompletedEntry({ id: "a" })]);
    database.close();
  });

  test("loses none of many simultaneous updates of one row", async () => {
    const database = await open();
    await database.add([anEntry({ retryOf: "" })]);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        database.update("entry-1", (entry) => ({ ...entry, retryOf: `${entry.retryOf}x` })),
      ),
    );
    expect((await database.readAll()).entries[0]?.retryOf).toBe("x".repeat(20));
    expect(await database.update("none", (entry) => entry)).toBeUndefined();
    database.close();
  });

  test("tabs: two tabs change different fields of a row at the same time → both changes survive", async () => {
    const tab = async () =>
      createLibrary({ openDatabase: () => open(), channel: tabChannel(name) });
    const [here, there] = [await tab(), await tab()];
    await Promise.all([here.load(), there.load()]);
    await here.add([aCompletedEntry({ id: "a" })]);
    await eventually(() => expect(there.get("a")).toBeDefined());
    await Promise.all([
      here.update("a", (entry) => withFavourite(entry, NOON)),
      there.update("a", (entry) => ({ ...entry, seenAt: NOON })),
    ]);
    for (const library of [here, there]) {
      await eventually(() =>
        expect(library.get("a")).toMatchObject({ favouriteAt: NOON, seenAt: NOON }),
      );
    }
  });

  test("storage: a row of the library is invalid → it is counted and left unchanged, and the others are shown", async () => {
    const database = await open();
    await database.add([anEntry()]);
    const raw = await openDB(name);
    await raw.put(ENTRIES_STORE, { id: "broken", phase: "dancing" });
    expect(await database.readAll()).toMatchObject({ unreadableCount: 1 });
    expect(await database.update("broken", (entry) => entry)).toBeUndefined();
    expect(await raw.get(ENTRIES_STORE, "broken")).toEqual({ id: "broken", phase: "dancing" });
    raw.close();
    database.close();
  });
});

describe("a press", () => {
  const pressed = (id: string, pressKey: string | null) => anEntry({ id, pressKey });

  test("is recorded once, and returns its entries when repeated", async () => {
    const [here, there] = [await open(), await open()];
    const first = [pressed("std", "draft/1"), pressed("pro", "draft/2")];
    expect(await here.add(first)).toEqual([]);
    expect(await there.add([pressed("b", "draft/1"), pressed("c", "draft/2")])).toEqual(first);
    expect((await here.readAll()).entries.map(({ id }) => id)).toEqual(["pro", "std"]);
    here.close();
    there.close();
  });

  test("is recorded once when four tabs add it at the same time", async () => {
    const tabs = await Promise.all(Array.from({ length: 4 }, () => open()));
    const results = await Promise.all(
      tabs.map((tab, index) => tab.add([pressed(`tab-${index}`, "draft/1")])),
    );
    const [winner] = (await open().then((tab) => tab.readAll())).entries;
    expect(results.filter((earlier) => earlier.length === 0)).toHaveLength(1);
    for (const earlier of results.filter(({ length }) => length > 0)) {
      expect(earlier).toEqual([winner]);
    }
    for (const tab of tabs) tab.close();
  });

  test("without a key is never treated as a repetition", async () => {
    const database = await open();
    await database.add([pressed("a", null), pressed("b", null)]);
    await database.add([pressed("c", null)]);
    expect((await database.readAll()).entries).toHaveLength(3);
    database.close();
  });

  test("storage: the row of a press is invalid → the press is not recorded again", async () => {
    const database = await open();
    const raw = await openDB(name);
    await raw.put(ENTRIES_STORE, { id: "broken", pressKey: "draft/1" });
    await expect(database.add([pressed("a", "draft/1")])).rejects.toThrow();
    expect(await raw.getAllKeys(ENTRIES_STORE)).toEqual(["broken"]);
    raw.close();
    database.close();
  });
});

describe("versions", () => {
  test("upgrade: the library has rows of the first version → they are read in the current form and rewritten only when they change", async () => {
    const { queuedAt, pressKey, attempts, hold, missing, ...first } = anEntry();
    const rows = ["sending", "unknown", "watching", "ended", "refused"].map((phase) => ({
      ...first,
      id: phase,
      phase,
    }));
    const older = await openDB(name, 1, {
      upgrade: (database) => {
        database.createObjectStore(ENTRIES_STORE, { keyPath: "id" });
      },
    });
    for (const row of rows) await older.put(ENTRIES_STORE, row);
    older.close();

    const database = await open();
    const { entries, unreadableCount } = await database.readAll();
    expect(unreadableCount).toBe(0);
    expect(Object.fromEntries(entries.map(({ id, phase }) => [id, phase]))).toEqual({
      sending: "sending",
      unknown: "unknown",
      watching: "waiting",
      ended: "failed",
      refused: "refused",
    });
    await database.update("watching", (entry) => ({ ...entry, isWatched: false }));
    await database.update("unknown", (entry) => entry);
    const raw = await openDB(name);
    expect(await raw.get(ENTRIES_STORE, "watching")).toMatchObject({ phase: "waiting", queuedAt });
    expect(await raw.get(ENTRIES_STORE, "unknown")).toEqual(rows[1]);
    raw.close();
    database.close();
  });

  test("upgrade: rolled-back code opens a library of a newer version → the open fails, and the library is unchanged", async () => {
    const row = { id: "newer", phase: "a phase of the future" };
    const newer = await openDB(name, DATABASE_VERSION + 1, {
      upgrade: (database) => {
        database.createObjectStore(ENTRIES_STORE, { keyPath: "id" });
      },
    });
    await newer.put(ENTRIES_STORE, row);
    newer.close();
    const fault = await open().catch((reason: unknown) => reason);
    expect(toStorageProblem(fault).code).toBe("storage-newer");
    const after = await openDB(name);
    expect(after.version).toBe(DATABASE_VERSION + 1);
    expect(await after.getAll(ENTRIES_STORE)).toEqual([row]);
    after.close();
  });

  test("upgrade: a newer studio is opened in another tab → the older tab closes its connection and reports why", async () => {
    const onLost = vi.fn();
    await open(onLost);
    const newer = await openDB(name, DATABASE_VERSION + 1);
    expect(onLost).toHaveBeenCalledExactlyOnceWith("replaced");
    newer.close();
  });

  test("upgrade: an older tab keeps its connection open → the upgrade fails immediately and names that tab as the reason", async () => {
    const older = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore(ENTRIES_STORE, { keyPath: "id" });
      };
      opening.onsuccess = () => resolve(opening.result);
    });
    // Stands for an older studio: this connection ignores `versionchange`.
    const fault = await openIndexedDatabase({
      name,
      version: DATABASE_VERSION + 1,
      onLost: () => {},
    }).catch((reason: unknown) => reason);
    expect(toStorageProblem(fault).code).toBe("storage-blocked");
    older.close();
  });
});

test("storage: the browser never answers an open request → the open fails after a timeout", async () => {
  const silent = indexedDB.open(`${name}-silent`);
  vi.spyOn(silent, "addEventListener").mockImplementation(() => {});
  vi.spyOn(indexedDB, "open").mockReturnValue(silent);
  const fault = await openIndexedDatabase({ name, timeoutMs: 1, onLost: () => {} }).catch(
    (reason: unknown) => reason,
  );
  expect(toStorageProblem(fault).code).toBe("storage-failed");
});

test("shows an entry in the other tabs", async () => {
  const tab = () =>
    createLibrary({
      openDatabase: () => openIndexedDatabase({ name, onLost: () => {} }),
      channel: tabChannel(name),
    });
  const [here, there] = [tab(), tab()];
  await Promise.all([here.load(), there.load()]);
  await here.add([anEntry()]);
  await eventually(() => expect(there.get("entry-1")).toEqual(anEntry()));
});
