import { beforeEach, describe, expect, test, vi } from "vitest";
import { step } from "../domain/life.ts";
import { aGeneration, anEntry, atSecond } from "../testing/fixtures.ts";
import { domFault, MemoryDisk } from "../testing/memory-library.ts";
import { StorageError } from "./entry-database.ts";
import { storageProblem } from "./storage-problem.ts";

let disk: MemoryDisk;
beforeEach(() => {
  disk = new MemoryDisk();
});

const answered = (entry: ReturnType<typeof anEntry>) =>
  step(entry, {
    type: "answer",
    answer: aGeneration(),
    from: "read",
    askedAt: atSecond(1),
    now: atSecond(2),
  });

test("reads the disk when somebody looks, newest first", async () => {
  for (const [id, seconds] of [
    ["old", 0],
    ["new", 9],
    ["middle", 4],
  ] as const) {
    disk.rows.set(id, anEntry({ id, preparedAt: atSecond(seconds) }));
  }
  const library = disk.open();
  expect(library.getSnapshot()).toMatchObject({ status: "loading", entries: [] });
  expect(disk.openCount).toBe(0);
  const onChange = vi.fn();
  library.subscribe(onChange);
  await library.load();
  expect(onChange).toHaveBeenCalled();
  expect(library.getSnapshot().status).toBe("ready");
  expect(library.getSnapshot().entries.map(({ id }) => id)).toEqual(["new", "middle", "old"]);
});

test("a snapshot stays the same object until something changes", async () => {
  const library = disk.open();
  await library.load();
  const before = library.getSnapshot();
  expect(library.getSnapshot()).toBe(before);
  await library.add([anEntry()]);
  expect(library.getSnapshot()).not.toBe(before);
});

describe("what cannot be journalled", () => {
  test.each([
    ["QuotaExceededError", "storage-full"],
    ["InvalidStateError", "storage-unavailable"],
    ["SecurityError", "storage-unavailable"],
    ["VersionError", "storage-newer"],
    ["AbortError", "storage-failed"],
  ])(
    "storage: the journal cannot be written: no room, no storage in this window, a newer library → nothing is added, and the reason is told (%s: %s)",
    async (name, code) => {
      const library = disk.open();
      await library.load();
      disk.fault = domFault(name);
      expect(await library.add([anEntry()])).toMatchObject({ ok: false, problem: { code } });
      expect(library.getSnapshot().entries).toEqual([]);
    },
  );

  test("because its id is there already is refused", async () => {
    const library = disk.open();
    await library.add([anEntry()]);
    expect(await library.add([anEntry()])).toMatchObject({ ok: false });
  });
});

test("storage: there is no room when Kirin's answer comes → shown all the same, with the trouble, and written once there is", async () => {
  const library = disk.open();
  await library.load();
  await library.add([anEntry()]);
  disk.fault = domFault("QuotaExceededError");
  await library.update("entry-1", answered);
  expect(library.get("entry-1")?.phase).toBe("waiting");
  expect(library.getSnapshot().status).toMatchObject({ problem: { code: "storage-full" } });

  disk.fault = null;
  await library.update("entry-1", answered);
  expect(disk.rows.get("entry-1")?.phase).toBe("waiting");
  expect(library.getSnapshot().status).toBe("ready");
});

test("storage: the library cannot be read at the start → read again as soon as the disk answers", async () => {
  disk.rows.set("old", anEntry({ id: "old" }));
  disk.fault = new StorageError(storageProblem("storage-blocked"));
  const library = disk.open();
  await library.load();
  expect(library.getSnapshot().status).toMatchObject({ problem: { code: "storage-blocked" } });
  disk.fault = null;
  await library.add([anEntry({ id: "new" })]);
  await vi.waitFor(() => expect(library.getSnapshot().entries).toHaveLength(2));
  expect(library.getSnapshot().status).toBe("ready");
});

test("storage: the browser drops the connection to its database → opened anew, once; then told", async () => {
  const library = disk.open();
  await library.load();
  expect(disk.openCount).toBe(1);
  disk.fault = domFault("InvalidStateError");
  expect(await library.add([anEntry()])).toMatchObject({ ok: false });
  expect(disk.openCount).toBe(2);
});

test("storage: the library is cleared while a generation is under way → what Kirin says is shown all the same", async () => {
  const library = disk.open();
  await library.add([anEntry()]);
  disk.rows.clear();
  await library.update("entry-1", answered);
  expect(library.get("entry-1")?.phase).toBe("waiting");
});

test("tabs show the same", async () => {
  const [here, there] = [disk.open(), disk.open()];
  await Promise.all([here.load(), there.load()]);
  await here.add([anEntry()]);
  await vi.waitFor(() => expect(there.get("entry-1")?.phase).toBe("sending"));
  await there.update("entry-1", answered);
  await vi.waitFor(() => expect(here.get("entry-1")?.phase).toBe("waiting"));
});
