/** Takes every task through its life: the queue, one of a few rendering slots, its end. */

import { createSemaphore } from "#renderer/semaphore.ts";
import { createProgressBoard } from "./progress-board.ts";
import { failedRecord, type RenderSetting, renderTask, storageFailure } from "./render-task.ts";
import type { EndedRecord, TaskRecord, UnfinishedRecord } from "./task-record.ts";
import type { TaskStore } from "./task-store.ts";
import { troubleIn } from "./troubles.ts";

/** How long a task stands in the queue at speed 1, even when a slot is free. */
const QUEUE_MS = 400;
const SLOW_QUEUE_MS = 30_000;
/** Where the progress of a task that never ends stands still. */
const STUCK_PROGRESS = 0.42;
const SAVE_RETRY_MIN_MS = 1_000;
const SAVE_RETRY_MAX_MS = 30_000;

export interface TaskRunner {
  /** Begins, or after a restart goes on with, a task's life. */
  run(record: UnfinishedRecord): void;
  /** 0 to 1. */
  progressOf(id: string): number;
  /** Resolves when nothing runs any more; abort the signal first. */
  idle(): Promise<void>;
}

export interface TaskRunnerOptions extends Omit<RenderSetting, "progress" | "clipFile"> {
  store: TaskStore;
  /** How many clips are rendered at once. */
  renderSlots: number;
  /** Called after every change of state, when it is on disk. */
  onChange: (record: TaskRecord) => void;
  /** Ends everything; unfinished tasks stay as they are on disk. */
  signal: AbortSignal;
}

export function createTaskRunner(options: TaskRunnerOptions): TaskRunner {
  const { store, clock, speed, disk, signal, onChange } = options;
  const progress = createProgressBoard(clock);
  const slots = createSemaphore(options.renderSlots);
  const setting: RenderSetting = { ...options, progress, clipFile: store.clipFile };
  const lives = new Set<Promise<void>>();

  async function live(record: UnfinishedRecord): Promise<void> {
    const { prompt } = record.request;
    if (record.state === "in_queue") {
      const queueMs = (troubleIn(prompt, "slow-queue") ? SLOW_QUEUE_MS : QUEUE_MS) / speed;
      // Never longer than the stage itself, should the machine's clock have been set back.
      await clock.sleep(Math.min(record.createdAt + queueMs - clock.now(), queueMs), signal);
    }
    if (troubleIn(prompt, "never-ends")) {
      // It holds no slot: one such task must not stop all others.
      await begin(record);
      progress.set(record.id, STUCK_PROGRESS);
      return;
    }
    const release = await slots.acquire(signal);
    try {
      await end(await renderTask(await begin(record), setting, signal));
    } finally {
      progress.forget(record.id);
      release();
    }
  }

  async function begin(record: UnfinishedRecord) {
    if (record.state === "in_progress") return record;
    const begun = {
      ...record,
      state: "in_progress" as const,
      startedAt: Math.max(clock.now(), record.createdAt),
    };
    await save(begun);
    return begun;
  }

  /** Ends a task. If a completion cannot be stored, nothing is charged: the task fails instead, and its clip goes. */
  async function end(record: EndedRecord): Promise<void> {
    if (record.state === "failed") return save(record);
    try {
      await store.update(record);
    } catch (error) {
      options.report(storageFailure(error).message);
      await disk.remove(store.clipFile(record.id)).catch(() => undefined);
      return save(failedRecord(record, storageFailure(error), clock.now()));
    }
    onChange(record);
  }

  /** Stores a change, for as long as it takes: nobody is told of a state that is not on disk. */
  async function save(record: TaskRecord): Promise<void> {
    for (let waitMs = SAVE_RETRY_MIN_MS; ; waitMs = Math.min(waitMs * 2, SAVE_RETRY_MAX_MS)) {
      try {
        await store.update(record);
        break;
      } catch (error) {
        options.report(`${storageFailure(error).message} Task ${record.id} waits for it.`);
        await clock.sleep(waitMs, signal);
      }
    }
    onChange(record);
  }

  return {
    run(record) {
      const life = live(record).catch((error: unknown) => {
        if (!signal.aborted) options.report(`Task ${record.id} stopped: ${String(error)}`);
      });
      lives.add(life);
      void life.finally(() => lives.delete(life));
    },
    progressOf: progress.of,
    async idle() {
      await Promise.all(lives);
    },
  };
}
