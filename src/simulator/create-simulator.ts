/** The embedded simulator: a queue, a ledger and clips on disk, behind Kirin's HTTP API. */
import { resolve } from "node:path";
import { createCallbacks } from "./callbacks.ts";
import type { ClipRenderer } from "./clip-renderer.ts";
import type { Clock } from "./clock.ts";
import { type Disk, realDisk } from "./disk/disk.ts";
import { createApp } from "./http/app.ts";
import { Refused, refusalResponse } from "./http/refuse.ts";
import { isEnded, type TaskRecord } from "./tasks/task-record.ts";
import { createTaskRunner } from "./tasks/task-runner.ts";
import { openTaskStore } from "./tasks/task-store.ts";
import { toWireTask } from "./wire-task.ts";

/** Concurrent renders, and the default limit of unfinished tasks per key. */
const RENDER_SLOTS = 2;
const PARALLEL_LIMIT = 6;

const CLOSING = new Refused(503, "The simulator is closing.", { headers: { "Retry-After": "5" } });

export interface SimulatorOptions {
  /** Folder for tasks and clips, created if missing. Only one simulator may use it. */
  dir: string;
  clock: Clock;
  renderer: ClipRenderer;
  /** Origin of clip URLs in callbacks. Responses use the origin of the request. */
  publicBaseUrl: string;
  /** Speed factor. Below 1 everything takes longer; above 1 only the artificial delays are shorter. */
  speed?: number;
  renderSlots?: number;
  /** Maximum number of unfinished tasks per key; a further create gets 429. */
  parallelLimit?: number;
  /** Receives messages for the operator, one sentence each. */
  report?: (sentence: string) => void;
  disk?: Disk;
  /** Sends callbacks. */
  callbackFetch?: (request: Request) => Promise<Response>;
}

export interface Simulator {
  fetch(request: Request): Promise<Response>;
  /** Stops all work and unlocks the folder. Unfinished tasks resume at the next start. */
  close(): Promise<void>;
}

/**
 * Opens the folder and resumes every unfinished task. Rejects with a `StorageFault` when the folder is
 * unusable.
 */
export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { clock, renderer, publicBaseUrl, disk = realDisk, report = () => undefined } = options;
  const store = await openTaskStore(resolve(options.dir), disk, report);
  const closing = new AbortController();
  const { signal } = closing;
  const callbacks = createCallbacks({
    clock,
    fetch: options.callbackFetch ?? ((request) => fetch(request)),
    signal,
    report,
  });
  const pending = new Set<Promise<void>>();

  async function callBack(record: TaskRecord, url: string): Promise<void> {
    const progress = runner.progressOf(record.id);
    const body = toWireTask(record, { baseUrl: publicBaseUrl, progress });
    await callbacks.post(record.id, url, body);
    if (isEnded(record)) await store.update({ ...record, callbackDue: false });
  }

  function onChange(record: TaskRecord) {
    const url = record.request.callback_url;
    if (url === undefined) return;
    const call = callBack(record, url).catch((error: unknown) => {
      if (!signal.aborted) report(`A callback of task ${record.id} failed: ${String(error)}`);
    });
    pending.add(call);
    void call.finally(() => pending.delete(call));
  }

  const runner = createTaskRunner({
    store,
    disk,
    clock,
    renderer,
    speed: options.speed ?? 1,
    renderSlots: options.renderSlots ?? RENDER_SLOTS,
    onChange,
    signal,
    report,
  });
  const app = createApp({
    store,
    disk,
    runner,
    clock,
    parallelLimit: options.parallelLimit ?? PARALLEL_LIMIT,
    refusedOnce: new Set(),
    brokenOnce: new Set(),
    signal,
    report,
  });

  // Resumes the oldest tasks first. A task that was rendering takes a slot at once; a queued task waits in the queue
  // again.
  const records = store.all().sort((a, b) => a.createdAt - b.createdAt);
  for (const record of records) {
    if (!isEnded(record)) runner.run(record);
    else if (record.callbackDue) onChange(record);
  }

  return {
    async fetch(request) {
      if (signal.aborted) return refusalResponse(CLOSING);
      return app.fetch(request);
    },
    async close() {
      if (signal.aborted) return;
      closing.abort();
      await runner.idle();
      await Promise.all(pending);
      await store.close();
    },
  };
}
