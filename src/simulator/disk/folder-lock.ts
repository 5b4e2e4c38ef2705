/** Locks a folder for one process. Two simulators on the same files would process the same tasks twice. */
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { errorCodeOf, StorageFault, storageFault } from "./storage-fault.ts";

const ownerSchema = z.object({ pid: z.int(), startedAt: z.nullable(z.string()) });
type Owner = z.infer<typeof ownerSchema>;

/**
 * Folders locked by this process. A lock file with its own pid is otherwise a leftover of an earlier process.
 */
const lockedHere = new Set<string>();

/**
 * Locks the folder, or rejects with a message that names the process using it. The lock of a dead process is
 * taken over. Resolves to a function that unlocks the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "lock.json");
  const ownFile = join(folder, `lock.${process.pid}.part`);
  if (lockedHere.has(folder)) throw inUse(folder, process.pid);
  lockedHere.add(folder);
  try {
    const owner: Owner = {
      pid: process.pid,
      startedAt: (await processFields(process.pid))?.startedAt ?? null,
    };
    await writeFile(ownFile, JSON.stringify(owner), { mode: 0o600 });
    // Creating a hard link is atomic and fails if the file exists, so two processes never hold the lock.
    if (!(await tryLink(ownFile, file))) {
      await removeIfStale(folder, file, `${ownFile}.stale`);
      if (!(await tryLink(ownFile, file)))
        throw new StorageFault(`${folder} was just taken by another simulator.`);
    }
  } catch (error) {
    lockedHere.delete(folder);
    throw storageFault("lock", folder, error);
  } finally {
    await rm(ownFile, { force: true }).catch(() => undefined);
  }
  return async () => {
    lockedHere.delete(folder);
    // A leftover lock file is harmless: its process is gone, so the next start takes it over.
    await rm(file, { force: true }).catch((error: unknown) => {
      throw storageFault("remove", file, error);
    });
  };
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function removeIfStale(folder: string, file: string, aside: string): Promise<void> {
  const owner = await readOwner(file);
  if (owner !== null && (await isAlive(owner))) throw inUse(folder, owner.pid);
  // Move the file aside and check it again before removing it, because another process may have just taken
  // over.
  await rename(file, aside).catch((error: unknown) => {
    if (errorCodeOf(error) !== "ENOENT") throw error;
  });
  const moved = await readOwner(aside);
  if (moved !== null && moved.pid !== owner?.pid) {
    await rename(aside, file);
    throw inUse(folder, moved.pid);
  }
  await rm(aside, { force: true });
}

async function readOwner(file: string): Promise<Owner | null> {
  try {
    const parsed = z.safeParse(ownerSchema, JSON.parse(await readFile(file, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether the process that wrote a lock still runs and is not another process with the same pid. */
async function isAlive(owner: Owner): Promise<boolean> {
  if (owner.pid === process.pid) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return errorCodeOf(error) === "EPERM";
  }
  const fields = await processFields(owner.pid);
  // A zombie: it has ended, but its parent has not reaped it.
  if (fields?.state === "Z") return false;
  return !fields || owner.startedAt === null || fields.startedAt === owner.startedAt;
}

/** State and start time of a process, if available (Linux: fields 3 and 22 of /proc/PID/stat). */
async function processFields(pid: number): Promise<{ state: string; startedAt: string } | null> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, "utf8");
    // The second field is the process name in parentheses, which may contain spaces and parentheses.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    const [state, startedAt] = [fields[0], fields[19]];
    return state && startedAt ? { state, startedAt } : null;
  } catch {
    return null;
  }
}

function inUse(folder: string, pid: number): StorageFault {
  return new StorageFault(
    `${folder} is in use by another simulator (process ${pid}): stop that one, or set SIMULATOR_DIR to another folder.`,
  );
}
