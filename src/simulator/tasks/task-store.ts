/** All tasks: in memory for reads, and on disk before a change is reported. */
import { join } from "node:path";
import { DEFAULTS } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { type Disk, UNFINISHED_SUFFIX } from "#simulator/disk/disk.ts";
import { StorageFault } from "#simulator/disk/storage-fault.ts";
import { isEnded, parseRecord, type TaskRecord } from "./task-record.ts";

/** Suffix for a task file that cannot be parsed. */
const SET_ASIDE_SUFFIX = ".unreadable";

export interface TaskStore {
  all(): TaskRecord[];
  get(id: string): TaskRecord | undefined;
  /** Id of the owner's task with an external id, including a task still being written. */
  idOfExternal(owner: string, externalTaskId: string): string | undefined;
  byClipToken(token: string): TaskRecord | undefined;
  /** Number of the owner's unfinished tasks for which `counts` holds, including those still being written. */
  countUnfinished(owner: string, counts: (record: TaskRecord) => boolean): number;
  /** Number of the owner's tasks with the same prompt and mode, including those still being written. */
  countTakes(owner: string, request: KirinRequest): number;
  /** Stores a new task. Reserves its external id synchronously; the task is readable once it is on disk. */
  create(record: TaskRecord): Promise<void>;
  /** Replaces the stored version of a task. */
  update(record: TaskRecord): Promise<void>;
  clipFile(id: string): string;
  close(): Promise<void>;
}

/** Opens a folder: locks it, reads all tasks, and deletes files that a crash left half-written. */
export async function openTaskStore(
  folder: string,
  disk: Disk,
  report: (sentence: string) => void,
): Promise<TaskStore> {
  const tasksFolder = join(folder, "tasks");
  const clipsFolder = join(folder, "clips");
  await disk.makeFolder(tasksFolder);
  await disk.makeFolder(clipsFolder);
  const unlock = await disk.lock(folder);
  const taskFile = (id: string) => join(tasksFolder, `${id}.json`);

  let records: Map<string, TaskRecord>;
  try {
    records = await readTasks(tasksFolder, disk, report);
    const taskNames = new Set(await disk.list(tasksFolder));
    const isKept = (id: string) =>
      records.get(id)?.state === "completed" || taskNames.has(`${id}.json${SET_ASIDE_SUFFIX}`);
    await removeOrphanClips(clipsFolder, isKept, { disk, report });
  } catch (error) {
    await unlock();
    throw error;
  }
  const pendingCreates = new Map<string, TaskRecord>();
  const externalIds = new Map<string, string>();
  for (const record of records.values()) remember(record);

  function remember({ owner, request, id }: TaskRecord) {
    const key = externalKey(owner, request.external_task_id);
    if (key !== null) externalIds.set(key, id);
  }

  return {
    all: () => [...records.values()],
    get: (id) => records.get(id),
    idOfExternal: (owner, externalTaskId) =>
      externalIds.get(externalKey(owner, externalTaskId) ?? ""),
    byClipToken: (token) =>
      [...records.values()].find(
        (record) => record.state === "completed" && record.clip.token === token,
      ),
    countUnfinished: (owner, counts) =>
      [...records.values(), ...pendingCreates.values()].filter(
        (record) => record.owner === owner && !isEnded(record) && counts(record),
      ).length,
    countTakes: (owner, { prompt, mode }) =>
      [...records.values(), ...pendingCreates.values()].filter(
        (record) =>
          record.owner === owner &&
          record.request.prompt === prompt &&
          (record.request.mode ?? DEFAULTS.mode) === (mode ?? DEFAULTS.mode),
      ).length,
    async create(record) {
      pendingCreates.set(record.id, record);
      remember(record);
      try {
        await disk.writeAtomically(taskFile(record.id), JSON.stringify(record));
        records.set(record.id, record);
      } catch (error) {
        const key = externalKey(record.owner, record.request.external_task_id);
        if (key !== null) externalIds.delete(key);
        // The write may have failed after its rename, and a task that nobody knows must not reappear.
        await disk.remove(taskFile(record.id)).catch(() => undefined);
        throw error;
      } finally {
        pendingCreates.delete(record.id);
      }
    },
    async update(record) {
      await disk.writeAtomically(taskFile(record.id), JSON.stringify(record));
      records.set(record.id, record);
    },
    clipFile: (id) => join(clipsFolder, `${id}.mp4`),
    close: unlock,
  };
}

function externalKey(owner: string, externalTaskId: string | undefined): string | null {
  return externalTaskId === undefined ? null : `${owner} ${externalTaskId}`;
}

async function readTasks(
  folder: string,
  disk: Disk,
  report: (sentence: string) => void,
): Promise<Map<string, TaskRecord>> {
  const records = new Map<string, TaskRecord>();
  for (const name of await disk.list(folder)) {
    const file = join(folder, name);
    if (name.endsWith(UNFINISHED_SUFFIX)) await removeLeftover(file, disk, report);
    if (!name.endsWith(".json")) continue;
    const read = parseRecord((await disk.isFolder(file)) ? "" : await disk.readText(file));
    if (read.kind === "newer") {
      throw new StorageFault(
        `${file} was written by a newer version of the simulator: use that one, or set SIMULATOR_DIR to another folder.`,
      );
    }
    if (read.kind === "record" && name === `${read.record.id}.json`) {
      records.set(read.record.id, read.record);
    } else {
      await disk.rename(file, `${file}${SET_ASIDE_SUFFIX}`);
      report(`A task file could not be read and was set aside as ${file}${SET_ASIDE_SUFFIX}.`);
    }
  }
  return records;
}

interface CleanupContext {
  disk: Disk;
  report: (sentence: string) => void;
}

/**
 * Removes the clips of tasks that are not kept: half-written ones, and clips whose task will be rendered again.
 */
async function removeOrphanClips(
  folder: string,
  isKept: (id: string) => boolean,
  { disk, report }: CleanupContext,
): Promise<void> {
  for (const name of await disk.list(folder)) {
    if (!isKept(name.replace(/\.mp4$/, ""))) await removeLeftover(join(folder, name), disk, report);
  }
}

/** Removes a file that is no longer needed. Anything that cannot be removed, such as a folder, is left. */
async function removeLeftover(
  file: string,
  disk: Disk,
  report: (sentence: string) => void,
): Promise<void> {
  await disk.remove(file).catch((error: unknown) => {
    if (!(error instanceof StorageFault)) throw error;
    report(error.message);
  });
}
