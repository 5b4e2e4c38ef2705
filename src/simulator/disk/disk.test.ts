import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#simulator/testing/test-simulator.ts";
import { realDisk } from "./disk.ts";
import { StorageFault } from "./storage-fault.ts";

test("writeAtomically replaces a file and leaves no other files", async () => {
  const dir = await temporaryFolder();
  const file = join(dir, "a.json");
  await realDisk.writeAtomically(file, "one");
  await Promise.all([realDisk.writeAtomically(file, "two"), realDisk.writeAtomically(file, "two")]);
  expect(await readFile(file, "utf8")).toBe("two");
  expect(await readdir(dir)).toEqual(["a.json"]);
});

test("keeps the old file after a failed write and leaves no other files", async () => {
  const dir = await temporaryFolder();
  const file = join(dir, "a.json");
  await mkdir(file);
  await writeFile(join(file, "inside"), "kept");
  await expect(realDisk.writeAtomically(file, "two")).rejects.toThrow(StorageFault);
  expect(await readdir(dir)).toEqual(["a.json"]);
  expect(await readFile(join(file, "inside"), "utf8")).toBe("kept");
});

test("reports an error as one sentence that names the path", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  await expect(realDisk.makeFolder(join(file, "under"))).rejects.toThrow(
    `The simulator cannot create ${join(file, "under")}: a part of the path is not a folder.`,
  );
});

test.each([
  ["read", (path: string) => realDisk.list(path)],
  ["read", (path: string) => realDisk.readText(path)],
  ["read", (path: string) => realDisk.size(path)],
  ["read", (path: string) => realDisk.isFolder(path)],
  ["write", (path: string) => realDisk.writeAtomically(path, "text")],
  ["write", (path: string) => realDisk.sync(path)],
  ["rename", (path: string) => realDisk.rename(path, `${path}.old`)],
])("names what it cannot %s", async (action, work) => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  const path = join(file, "under");
  await expect(work(path)).rejects.toThrow(
    `The simulator cannot ${action} ${path}: a part of the path is not a folder.`,
  );
});

test("reports the size of a missing file as null, and removes it without an error", async () => {
  const file = join(await temporaryFolder(), "none");
  expect(await realDisk.size(file)).toBeNull();
  await expect(realDisk.remove(file)).resolves.toBeUndefined();
});

test("creates parent folders and accepts existing ones", async () => {
  const folder = join(await temporaryFolder(), "a", "b", "c");
  await Promise.all([realDisk.makeFolder(folder), realDisk.makeFolder(join(folder, "..", "d"))]);
  await realDisk.makeFolder(folder);
  expect(await readdir(join(folder, ".."))).toEqual(["c", "d"]);
});
