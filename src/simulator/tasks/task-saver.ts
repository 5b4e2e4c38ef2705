/** Stores the changes of tasks, and reports each once it is on disk. */
import { failedRecord, type RenderContext, storageFailure } from "./render-task.ts";
import type { EndedRecord, TaskRecord } from "./task-record.ts";
import type { TaskStore } from "./task-store.ts";

const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 30_000;

export interface TaskSaver {
  /** Stores a change, retrying until it succeeds, so that no state is reported that is not on disk. */
  save(record: TaskRecord): Promise<void>;
  /** Stores the end of a task. If a completion cannot be stored, the task fails uncharged and its clip is removed. */
  end(record: EndedRecord): Promise<void>;
}

export interface TaskSaverOptions extends Pick<RenderContext, "disk" | "clock" | "report"> {
  store: TaskStore;
  /** Called after every change of state, once it is on disk. */
  onChange: (record: TaskRecord) => void;
  /** Ends the retries. */
  signal: AbortSignal;
}

/** Creates the saver of a task runner. */
export function createTaskSaver(options: TaskSaverOptions): TaskSaver {
  const { store, disk, clock, signal, report, onChange } = options;

  async function save(record: TaskRecord): Promise<void> {
    for (let waitMs = RETRY_MIN_MS; ; waitMs = Math.min(waitMs * 2, RETRY_MAX_MS)) {
      try {
        await store.update(record);
        break;
      } catch (error) {
        report(`${storageFailure(error).message} Task ${record.id} waits for it.`);
        await clock.sleep(waitMs, signal);
      }
    }
    onChange(record);
  }

  async function end(record: EndedRecord): Promise<void> {
    if (record.state === "failed") return save(record);
    try {
      await store.update(record);
    } catch (error) {
      report(storageFailure(error).message);
      await disk.remove(store.clipFile(record.id)).catch(() => undefined);
      return save(failedRecord(record, storageFailure(error), clock.now()));
    }
    onChange(record);
  }

  return { save, end };
}
