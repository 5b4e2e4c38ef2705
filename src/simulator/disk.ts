/** The few things the simulator does to its folder. A port, so that tests can cut the power at any of them. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { lockFolder } from "./folder-lock.ts";
import { errorCodeOf, storageFault } from "./storage-fault.ts";

export interface Disk {
  makeFolder(folder: string): Promise<void>;
  /** Takes a folder for this process alone; the answer gives it back. */
  lock(folder: string): Promise<() => Promise<void>>;
  /** Names in a folder. */
  list(folder: string): Promise<string[]>;
  readText(file: string): Promise<string>;
  /** Afterwards the file holds the whole new text, or, had anything gone wrong, the whole old one. */
  writeWhole(file: string, text: string): Promise<void>;
  /** Makes a file that another process renamed into its folder stay there through a power cut. */
  settle(file: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; it is fine if there is none. */
  remove(file: string): Promise<void>;
  isFolder(path: string): Promise<boolean>;
  /** Size in bytes, or null when there is no such file. */
  size(file: string): Promise<number | null>;
}

/** Ending of files that are being written; what is left of them after a crash is swept away. */
export const UNFINISHED_SUFFIX = ".part";

let writes = 0;

/** The real file system. Every rejection is a `StorageFault`. */
export const realDisk: Disk = {
  makeFolder: (folder) => guard("create", folder, () => makeFolder(folder)),
  lock: lockFolder,
  list: (folder) => guard("read", folder, () => readdir(folder)),
  readText: (file) => guard("read", file, () => readFile(file, "utf8")),
  writeWhole: (file, text) =>
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
  settle: (file) =>
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

/** Makes a folder and those above it. Node's own recursive `mkdir` never returns where nothing can be made, as in /proc. */
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

/** A rename survives a power cut only once its folder is on disk too. Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
