import { deleteDB, openDB } from "idb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { aCompletedEntry, anEntry, aWatchedEntry } from "../testing/fixtures.ts";
import { openIndexedDatabase } from "./indexed-database.ts";
import { createLibrary } from "./library.ts";
import { DATABASE_VERSION, ENTRIES_STORE } from "./migrations.ts";
import { toStorageProblem } from "./storage-problem.ts";
import { tabChannel } from "./studio-library.ts";

let name: string;
let count = 0;
beforeEach(() => {
  count += 1;
  name = `test-${count}`;
  return () => deleteDB(name);
});

const open = (onLost = () => {}) => openIndexedDatabase({ name, onLost });

describe("the database", () => {
  test("gives back what was put in, whole", async () => {
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

  test("journals with strict durability", async () => {
    const database = await open();
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
    await database.add([anEntry()]);
    expect(transaction.mock.calls[0]?.[2]).toEqual({ durability: "strict" });
    database.close();
  });

  test("storage: one of two entries of a press cannot be journalled → neither is, and nothing is overwritten", async () => {
    const database = await open();
    await database.add([aCompletedEntry({ id: "a" })]);
    await expect(database.add([anEntry({ id: "b" }), anEntry({ id: "a" })])).rejects.toThrow();
    expect((await database.readAll()).entries).toEqual([aCompletedEntry({ id: "a" })]);
    database.close();
  });

  test("changes in one transaction: of many changes at once none is lost", async () => {
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

  test("storage: a row of the library cannot be read → left where it is and counted; the others are shown", async () => {
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

describe("versions", () => {
  test("upgrade: rolled-back code meets a library of a newer version → refused, and not touched", async () => {
    const newer = await openDB(name, DATABASE_VERSION + 1);
    newer.close();
    const fault = await open().catch((reason: unknown) => reason);
    expect(toStorageProblem(fault).code).toBe("storage-newer");
  });

  test("upgrade: a newer studio is opened in another tab → the older tab lets go of the library, and knows why", async () => {
    const onLost = vi.fn();
    await open(onLost);
    const newer = await openDB(name, DATABASE_VERSION + 1);
    expect(onLost).toHaveBeenCalledExactlyOnceWith("replaced");
    newer.close();
  });

  test("upgrade: an older tab does not let go of the library → named at once as what is in the way", async () => {
    const older = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name, 1);
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

test("storage: the browser never answers the opening of its database → not waited for for ever, and said", async () => {
  const silent = indexedDB.open(`${name}-silent`);
  vi.spyOn(silent, "addEventListener").mockImplementation(() => {});
  vi.spyOn(indexedDB, "open").mockReturnValue(silent);
  const fault = await openIndexedDatabase({ name, timeoutMs: 1, onLost: () => {} }).catch(
    (reason: unknown) => reason,
  );
  expect(toStorageProblem(fault).code).toBe("storage-failed");
});

test("tabs hear of each other's changes", async () => {
  const tab = () =>
    createLibrary({
      openDatabase: () => openIndexedDatabase({ name, onLost: () => {} }),
      channel: tabChannel(name),
    });
  const [here, there] = [tab(), tab()];
  await Promise.all([here.load(), there.load()]);
  await here.add([anEntry()]);
  await vi.waitFor(() => expect(there.get("entry-1")).toEqual(anEntry()));
});
