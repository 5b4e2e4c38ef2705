/** The simulator's file operations, as an interface so that tests can simulate a power cut at any of them. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { syncFolder } from "#renderer/sync-folder.ts";
import { lockFolder } from "./folder-lock.ts";
import { errorCodeOf, storageFault } from "./storage-fault.ts";

export interface Disk {
  makeFolder(folder: string): Promise<void>;
  /** Locks a folder for this process. Resolves to a function that unlocks it. */
  lock(folder: string): Promise<() => Promise<void>>;
  /** File names in a folder. */
  list(folder: string): Promise<string[]>;
  readText(file: string): Promise<string>;
  /** Writes atomically and durably: after a failure the file still has its old content. */
  writeAtomically(file: string, text: string): Promise<void>;
  /** Flushes a file that another process renamed into place, so that it survives a power cut. */
  sync(file: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file if it exists. */
  remove(file: string): Promise<void>;
  isFolder(path: string): Promise<boolean>;
  /** Size in bytes, or null when there is no such file. */
  size(file: string): Promise<number | null>;
}

/** Suffix of files being written; leftovers of a crash are deleted at the next start. */
export const UNFINISHED_SUFFIX = ".part";

let writes = 0;

export const realDisk: Disk = {
  makeFolder: (folder) => guard("create", folder, () => makeFolder(folder)),
  lock: lockFolder,
  list: (folder) => guard("read", folder, () => readdir(folder)),
  readText: (file) => guard("read", file, () => readFile(file, "utf8")),
  writeAtomically: (file, text) =>
    guard("write", file, async () => {
      writes += 1;
      const part = `${file}.${process.pid}-${writes}${UNFINISHED_SUFFIX}`;
      try {
        await writeDown(part, text);
        await rename(part, file);
      } catch (error) {
        await rm(part, { force: true }).catch(() => undefined);
        throw error;
      }
      await syncFolder(dirname(file));
    }),
  sync: (file) =>
    guard("write", file, async () => {
      const handle = await open(file, "r+");
      await handle.sync().finally(() => handle.close());
      await syncFolder(dirname(file));
    }),
  rename: (from, to) => guard("rename", from, () => rename(from, to)),
  remove: (file) => guard("remove", file, () => rm(file, { force: true })),
  isFolder: (path) => guard("read", path, async () => (await stat(path)).isDirectory()),
  size: (file) =>
    guard("read", file, async () => {
      try {
        return (await stat(file)).size;
      } catch (error) {
        if (errorCodeOf(error) === "ENOENT") return null;
        throw error;
      }
    }),
};

/**
 * Creates a folder and its parents. Node's recursive `mkdir` hangs if nothing can be created, such as in
 * /proc.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    if (errorCodeOf(error) !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await makeOne(folder);
  }
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errorCodeOf(error) !== "EEXIST" || !(await stat(folder)).isDirectory()) throw error;
  }
}

async function guard<T>(action: string, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFault(action, path, error);
  }
}

async function writeDown(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
