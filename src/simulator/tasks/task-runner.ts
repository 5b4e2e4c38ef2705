/** Runs every task: the queue, one of a few render slots, its end. */

import { createSemaphore } from "#renderer/semaphore.ts";
import { faultIn } from "#simulator/injected-faults.ts";
import { createProgressBoard } from "./progress-board.ts";
import { type RenderContext, renderTask } from "./render-task.ts";
import type { UnfinishedRecord } from "./task-record.ts";
import { createTaskSaver, type TaskSaverOptions } from "./task-saver.ts";

/** Time in the queue at speed 1, even when a slot is free. */
const QUEUE_MS = 400;
const SLOW_QUEUE_MS = 30_000;
/** The progress at which a task that never ends stops. */
const STUCK_PROGRESS = 0.42;

export interface TaskRunner {
  /** Starts a task, or resumes it after a restart. */
  run(record: UnfinishedRecord): void;
  /** 0 to 1. */
  progressOf(id: string): number;
  /** Resolves when no task runs any more. Abort the signal first. */
  idle(): Promise<void>;
}

export interface TaskRunnerOptions
  extends Omit<RenderContext, "progress" | "clipFile">,
    TaskSaverOptions {
  renderSlots: number;
  /** Stops all tasks; unfinished ones keep their state on disk. */
  signal: AbortSignal;
}

/** Creates a runner without tasks. */
export function createTaskRunner(options: TaskRunnerOptions): TaskRunner {
  const { store, clock, speed, signal } = options;
  const progress = createProgressBoard(clock);
  const slots = createSemaphore(options.renderSlots);
  const context: RenderContext = { ...options, progress, clipFile: store.clipFile };
  const { save, end } = createTaskSaver(options);
  const running = new Set<Promise<void>>();

  async function runTask(record: UnfinishedRecord): Promise<void> {
    const { prompt } = record.request;
    if (record.state === "in_queue") {
      const queueMs = (faultIn(prompt, "slow-queue") ? SLOW_QUEUE_MS : QUEUE_MS) / speed;
      // The queue time is the upper limit, in case the clock was set back.
      await clock.sleep(Math.min(record.createdAt + queueMs - clock.now(), queueMs), signal);
    }
    if (faultIn(prompt, "never-ends")) {
      // It takes no slot, because it would block other tasks for ever.
      await begin(record);
      progress.set(record.id, STUCK_PROGRESS);
      return;
    }
    const release = await slots.acquire(signal);
    try {
      await end(await renderTask(await begin(record), context, signal));
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

  return {
    run(record) {
      const run = runTask(record).catch((error: unknown) => {
        if (!signal.aborted) options.report(`Task ${record.id} stopped: ${String(error)}`);
      });
      running.add(run);
      void run.finally(() => running.delete(run));
    },
    progressOf: progress.of,
    async idle() {
      await Promise.all(running);
    },
  };
}
