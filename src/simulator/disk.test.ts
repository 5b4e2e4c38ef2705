import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { realDisk } from "./disk.ts";
import { StorageFault } from "./storage-fault.ts";
import { temporaryFolder } from "./testing/stand.ts";

test("writeWhole replaces a file and leaves nothing else behind", async () => {
  const dir = await temporaryFolder();
  const file = join(dir, "a.json");
  await realDisk.writeWhole(file, "one");
  await Promise.all([realDisk.writeWhole(file, "two"), realDisk.writeWhole(file, "two")]);
  expect(await readFile(file, "utf8")).toBe("two");
  expect(await readdir(dir)).toEqual(["a.json"]);
});

test("a write that cannot be finished leaves what was there, and no other file", async () => {
  const dir = await temporaryFolder();
  const file = join(dir, "a.json");
  await mkdir(file);
  await writeFile(join(file, "inside"), "kept");
  await expect(realDisk.writeWhole(file, "two")).rejects.toThrow(StorageFault);
  expect(await readdir(dir)).toEqual(["a.json"]);
  expect(await readFile(join(file, "inside"), "utf8")).toBe("kept");
});

test("trouble is one sentence that names the path", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  await expect(realDisk.makeFolder(join(file, "under"))).rejects.toThrow(
    `The simulator cannot create ${join(file, "under")}: a part of the path is not a folder.`,
  );
});

test("size is null for what is not there, and removing it is fine", async () => {
  const file = join(await temporaryFolder(), "none");
  expect(await realDisk.size(file)).toBeNull();
  await expect(realDisk.remove(file)).resolves.toBeUndefined();
});

test("makes folders above folders, and does not mind those that are there", async () => {
  const folder = join(await temporaryFolder(), "a", "b", "c");
  await Promise.all([realDisk.makeFolder(folder), realDisk.makeFolder(join(folder, "..", "d"))]);
  await realDisk.makeFolder(folder);
  expect(await readdir(join(folder, ".."))).toEqual(["c", "d"]);
});
