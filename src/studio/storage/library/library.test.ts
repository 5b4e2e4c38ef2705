import { beforeEach, describe, expect, test, vi } from "vitest";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { step } from "#studio/domain/life/life.ts";
import { StorageError, storageProblem } from "#studio/storage/database/storage-problem.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { aGeneration, anEntry, aPreparedEntry, atSecond, NOON } from "#studio/testing/fixtures.ts";
import { domFault, MemoryDisk } from "#studio/testing/memory-library.ts";

let disk: MemoryDisk;
beforeEach(() => {
  disk = new MemoryDisk();
});

const answered = (entry: ReturnType<typeof anEntry>) =>
  step(entry, {
    type: "answer",
    answer: aGeneration({ externalTaskId: entry.externalTaskId }),
    from: "read",
    askedAt: atSecond(1),
    now: atSecond(2),
  });

test("reads the disk with the first subscriber, newest first", async () => {
  for (const [id, seconds] of [
    ["old", 0],
    ["new", 9],
    ["middle", 4],
  ] as const) {
    disk.rows.set(id, anEntry({ id, preparedAt: atSecond(seconds) }));
  }
  const library = disk.open();
  expect(library.getState()).toMatchObject({ status: "loading", entries: [] });
  expect(disk.openCount).toBe(0);
  const onChange = vi.fn();
  library.subscribe(onChange);
  await library.load();
  expect(onChange).toHaveBeenCalled();
  expect(library.getState().status).toBe("ready");
  expect(library.getState().entries.map(({ id }) => id)).toEqual(["new", "middle", "old"]);
});

test("the state stays the same object until something changes", async () => {
  const library = disk.open();
  await library.load();
  const before = library.getState();
  expect(library.getState()).toBe(before);
  await library.add([anEntry()]);
  expect(library.getState()).not.toBe(before);
});

describe("a failed journal write", () => {
  test.each([
    ["QuotaExceededError", "storage-full"],
    ["InvalidStateError", "storage-unavailable"],
    ["SecurityError", "storage-unavailable"],
    ["VersionError", "storage-newer"],
    ["AbortError", "storage-failed"],
  ])(
    "storage: the journal cannot be written because the device is full, the window has no storage or the library is newer → nothing is added, and the problem is returned (%s: %s)",
    async (name, code) => {
      const library = disk.open();
      await library.load();
      disk.fault = domFault(name);
      expect(await library.add([anEntry()])).toMatchObject({ ok: false, problem: { code } });
      expect(library.getState().entries).toEqual([]);
    },
  );

  test("is returned for an id that exists already", async () => {
    const library = disk.open();
    await library.add([anEntry()]);
    expect(await library.add([anEntry()])).toMatchObject({ ok: false });
  });
});

test("storage: the device is full when Kirin's answer arrives → the answer is shown with the problem, and written once there is space", async () => {
  const library = disk.open();
  await library.load();
  await library.add([anEntry()]);
  disk.fault = domFault("QuotaExceededError");
  await library.update("entry-1", answered);
  expect(library.get("entry-1")?.phase).toBe("waiting");
  expect(library.getState().status).toMatchObject({ problem: { code: "storage-full" } });

  disk.fault = null;
  await library.update("entry-1", answered);
  expect(disk.rows.get("entry-1")?.phase).toBe("waiting");
  expect(library.getState().status).toBe("ready");
});

test("storage: the library cannot be read at startup → it is read as soon as the disk works", async () => {
  disk.rows.set("old", anEntry({ id: "old" }));
  disk.fault = new StorageError(storageProblem("storage-blocked"));
  const library = disk.open();
  await library.load();
  expect(library.getState().status).toMatchObject({ problem: { code: "storage-blocked" } });
  disk.fault = null;
  await library.add([anEntry({ id: "new" })]);
  await eventually(() => expect(library.getState().entries).toHaveLength(2));
  expect(library.getState().status).toBe("ready");
});

test("storage: the browser drops the database connection → it is reopened once, and a second failure is reported", async () => {
  const library = disk.open();
  await library.load();
  expect(disk.openCount).toBe(1);
  disk.fault = domFault("InvalidStateError");
  expect(await library.add([anEntry()])).toMatchObject({ ok: false });
  expect(disk.openCount).toBe(2);
});

test("shows a change of a row that is gone", async () => {
  const library = disk.open();
  await library.add([anEntry()]);
  disk.rows.clear();
  await library.update("entry-1", answered);
  expect(library.get("entry-1")?.phase).toBe("waiting");
});

describe("updateAll", () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `entry-${index}`);

  test("makes one transaction, one notification and one message to the other tabs", async () => {
    disk.put(...ids.map((id) => anEntry({ id })));
    const [here, there] = [disk.open(), disk.open()];
    await Promise.all([here.load(), there.load()]);
    // After reading the disk, each tab announces its unfinished entries. Counting starts after that.
    await new Promise((resolve) => setTimeout(resolve));
    const [onChangeHere, onChangeThere] = [vi.fn(), vi.fn()];
    here.subscribe(onChangeHere);
    there.subscribe(onChangeThere);
    await here.updateAll(ids, answered);
    await eventually(() => expect(there.get("entry-999")?.phase).toBe("waiting"));
    expect(here.getState().entries.every(({ phase }) => phase === "waiting")).toBe(true);
    expect(disk.changeCount).toBe(1);
    expect(disk.announced.slice(-1)).toEqual([ids]);
    expect(onChangeHere).toHaveBeenCalledOnce();
    expect(onChangeThere).toHaveBeenCalledOnce();
  });

  test("does nothing for no entries", async () => {
    await disk.open().updateAll([], answered);
    expect([disk.openCount, disk.changeCount]).toEqual([0, 0]);
  });

  test("shows the change even if rows are gone or the disk fails", async () => {
    disk.put(anEntry({ id: "a" }), anEntry({ id: "b" }));
    const library = disk.open();
    await library.load();
    disk.rows.delete("b");
    await library.updateAll(["a", "b"], answered);
    expect(library.get("b")?.phase).toBe("waiting");
    disk.fault = domFault("QuotaExceededError");
    await library.updateAll(["a"], (entry) => ({ ...entry, seenAt: atSecond(9) }));
    expect(library.get("a")?.seenAt).toBe(atSecond(9));
    expect(library.getState().status).toMatchObject({ problem: {} });
  });
});

test("all tabs show the same entries", async () => {
  const [here, there] = [disk.open(), disk.open()];
  await Promise.all([here.load(), there.load()]);
  await here.add([anEntry()]);
  await eventually(() => expect(there.get("entry-1")?.phase).toBe("sending"));
  await there.update("entry-1", answered);
  await eventually(() => expect(here.get("entry-1")?.phase).toBe("waiting"));
});

describe("commit", () => {
  test("writes durably before it shows the change", async () => {
    const library = disk.open();
    await library.add([anEntry()]);
    expect(await library.commit("entry-1", answered)).toEqual({
      ok: true,
      entry: answered(anEntry()),
      isChanged: true,
    });
    expect(disk.strictness).toEqual([true]);
    expect(disk.announced).toEqual([["entry-1"], ["entry-1"]]);
    expect(disk.rows.get("entry-1")).toEqual(library.get("entry-1"));
  });

  test("lets one of two tabs make the change, and both show it", async () => {
    const [here, there] = [disk.open(), disk.open()];
    await Promise.all([here.load(), there.load()]);
    await here.add([aPreparedEntry()]);
    const claim = (entry: LibraryEntry) => step(entry, { type: "claim", now: NOON });
    const results = await Promise.all([
      here.commit("entry-1", claim),
      there.commit("entry-1", claim),
    ]);
    expect(results.map((result) => result.ok && result.isChanged)).toEqual([true, false]);
    expect(there.get("entry-1")).toEqual(here.get("entry-1"));
    expect(here.get("entry-1")).toMatchObject({ phase: "sending", attempts: 1 });
  });

  test("announces nothing if nothing changes, but shows the row as it is on disk", async () => {
    const [here, there] = [disk.open(), disk.open()];
    await here.add([anEntry()]);
    await there.load();
    disk.rows.set("entry-1", answered(anEntry()));
    const onChange = vi.fn();
    there.subscribe(onChange);
    disk.announced.length = 0;
    expect(await here.commit("entry-1", (entry) => entry)).toMatchObject({ isChanged: false });
    expect(here.get("entry-1")?.phase).toBe("waiting");
    expect(disk.announced).toEqual([]);
    expect(there.get("entry-1")?.phase).toBe("sending");
    expect(onChange).not.toHaveBeenCalled();
  });

  test("changes nothing if the write fails or the row is gone", async () => {
    const library = disk.open();
    await library.add([anEntry()]);
    disk.fault = domFault("QuotaExceededError");
    expect(await library.commit("entry-1", answered)).toMatchObject({
      ok: false,
      problem: { code: "storage-full" },
    });
    disk.fault = null;
    expect(library.get("entry-1")).toEqual(anEntry());
    disk.rows.clear();
    expect(await library.commit("entry-1", answered)).toMatchObject({
      ok: false,
      problem: { code: "storage-failed" },
    });
    expect(library.get("entry-1")).toEqual(anEntry());
  });

  test("clears the problem once the disk works again", async () => {
    const library = disk.open();
    await library.load();
    await library.add([anEntry()]);
    disk.fault = domFault("UnknownError");
    await library.update("entry-1", answered);
    expect(library.getState().status).toMatchObject({ problem: { code: "storage-failed" } });
    disk.fault = null;
    await library.commit("entry-1", answered);
    expect(library.getState().status).toBe("ready");
  });
});

test("adds nothing for a press that another tab has recorded, and shows that tab's entry", async () => {
  const [here, there] = [disk.open(), disk.open()];
  const earlier = anEntry({ id: "a", pressKey: "draft/1" });
  await here.add([earlier]);
  expect(await there.add([anEntry({ id: "b", pressKey: "draft/1" })])).toEqual({
    ok: true,
    earlier: [earlier],
  });
  expect(there.get("a")).toEqual(earlier);
  expect(there.get("b")).toBeUndefined();
  expect([...disk.rows.keys()]).toEqual(["a"]);
  expect(disk.announced).toEqual([["a"]]);
});
