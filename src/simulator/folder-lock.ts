/** One process a folder: two simulators on the same files would hand out the same tasks twice. */
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { errorCodeOf, StorageFault, storageFault } from "./storage-fault.ts";

const ownerSchema = z.object({ pid: z.int(), startedAt: z.nullable(z.string()) });
type Owner = z.infer<typeof ownerSchema>;

/** Folders locked by this very process: its own pid in a lock file is otherwise taken for a former life. */
const heldHere = new Set<string>();

/**
 * Takes the folder, or rejects with a sentence that names the process that has it. The lock of a process
 * that is gone is taken over. The answer gives the folder back.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "lock.json");
  const mine = join(folder, `lock.${process.pid}.part`);
  if (heldHere.has(folder)) throw inUse(folder, process.pid);
  heldHere.add(folder);
  try {
    const owner: Owner = {
      pid: process.pid,
      startedAt: (await processFields(process.pid))?.startedAt ?? null,
    };
    await writeFile(mine, JSON.stringify(owner), { mode: 0o600 });
    // A hard link appears whole and only if there is none yet: no moment at which two hold the lock.
    if (!(await tryLink(mine, file))) {
      await removeIfStale(folder, file, `${mine}.stale`);
      if (!(await tryLink(mine, file)))
        throw new StorageFault(`${folder} was just taken by another simulator.`);
    }
  } catch (error) {
    heldHere.delete(folder);
    throw storageFault("lock", folder, error);
  } finally {
    await rm(mine, { force: true }).catch(() => undefined);
  }
  return async () => {
    heldHere.delete(folder);
    // A lock that stays is no harm: its process is gone, so that the next start takes it over.
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
  // Moved away before it is removed, and looked at again: somebody else may have taken over in between.
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

/** Whether the process that wrote a lock still runs, and is not another one that got its number. */
async function isAlive(owner: Owner): Promise<boolean> {
  if (owner.pid === process.pid) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return errorCodeOf(error) === "EPERM";
  }
  const fields = await processFields(owner.pid);
  // Killed, but its parent never asked what became of it: it still has its number, and will never run again.
  if (fields?.state === "Z") return false;
  return !fields || owner.startedAt === null || fields.startedAt === owner.startedAt;
}

/** A process's state and when it began, where the system tells (Linux: fields 3 and 22 of its stat line). */
async function processFields(pid: number): Promise<{ state: string; startedAt: string } | null> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, "utf8");
    // The second field is the name in brackets, and may hold anything.
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
