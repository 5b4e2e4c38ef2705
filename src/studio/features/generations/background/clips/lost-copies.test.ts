import { beforeEach, expect, test, vi } from "vitest";
import type { Library } from "#studio/storage/library/library.ts";
import { aCompletedEntry, atSecond, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { MemoryDisk } from "#studio/testing/memory-library.ts";
import { findLostCopies } from "./lost-copies.ts";

const SRC_A = "/api/generations/kirin-a/clips/0";
let disk: MemoryDisk;
let library: Library;

beforeEach(async () => {
  disk = new MemoryDisk();
  library = disk.open();
  await library.add([
    aCompletedEntry({ id: "a", clipsKeptAt: atSecond(61) }),
    aCompletedEntry({ id: "b", clipsKeptAt: atSecond(61) }),
    aWatchedEntry({ id: "c" }),
  ]);
});

test("clip: a power failure deletes a copy that was recorded as saved → it is noticed at the next start, and fetched again", async () => {
  await findLostCopies(library, { list: async () => new Set([SRC_A]) });
  expect(library.get("a")?.clipsKeptAt).toBe(atSecond(61));
  expect(library.get("b")).toMatchObject({ clipsKeptAt: null, clipsProblem: null });
});

test("clip: a thousand copies are gone at once → the library changes once", async () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `lost-${index}`);
  disk.put(...ids.map((id) => aCompletedEntry({ id, clipsKeptAt: atSecond(61) })));
  await library.refresh();
  const onChange = vi.fn();
  library.subscribe(onChange);
  disk.changeCount = 0;
  await findLostCopies(library, { list: async () => new Set() });
  expect(disk.changeCount).toBe(1);
  expect(onChange).toHaveBeenCalledOnce();
  expect(library.get("lost-999")?.clipsKeptAt).toBeNull();
});

test("reports nothing as missing if the stored copies cannot be listed", async () => {
  await findLostCopies(library, { list: async () => null });
  expect(library.get("b")?.clipsKeptAt).toBe(atSecond(61));
});

test("does not report a copy as missing that is saved during the check", async () => {
  await findLostCopies(library, {
    list: async () => {
      await library.update("c", () => aCompletedEntry({ id: "c", clipsKeptAt: atSecond(90) }));
      return new Set([SRC_A, "/api/generations/kirin-b/clips/0"]);
    },
  });
  expect(library.get("c")?.clipsKeptAt).toBe(atSecond(90));
});

test("does not open the store if the library has no saved clips", async () => {
  const list = vi.fn(async () => new Set<string>());
  await findLostCopies(new MemoryDisk().open(), { list });
  expect(list).not.toHaveBeenCalled();
});
