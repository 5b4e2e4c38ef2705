/** Renders clips in child processes, so that a codec crash fails one clip and not the server. */
import { availableParallelism } from "node:os";
import { createSemaphore } from "../semaphore.ts";
import { RenderFailure } from "./render-failure.ts";
import type { RenderJob } from "./render-messages.ts";
import { type RenderHooks, type RenderWorker, startRenderWorker } from "./render-worker.ts";

/** More concurrent renders would only delay every clip. */
const SIZE_MAX = 2;
/** A child is replaced after this many clips, to release memory that native codecs may leak. */
const JOBS_PER_WORKER = 25;

export interface RenderPoolOptions {
  /** Path of the built `render-child` script. */
  childPath: string;
  /** Concurrent renders; by default the number of cores, at most two. */
  size?: number;
  /** Time without a report after which a child counts as hung, in milliseconds. */
  stallMs?: number;
}

/** Renders a few clips at once and queues the others in order. */
export interface RenderPool {
  /**
   * Renders a request to a file, which appears only when complete. Rejects with a {@link RenderFailure}; the
   * pool stays usable.
   */
  render(job: RenderJob & RenderHooks): Promise<{ bytes: number }>;
  /** Aborts every render and ends every child. */
  close(): Promise<void>;
}

/** Creates a pool. Children start on demand and are reused. */
export function createRenderPool(options: RenderPoolOptions): RenderPool {
  const { childPath, size = Math.min(SIZE_MAX, availableParallelism()), stallMs } = options;
  const slots = createSemaphore(size);
  const closing = new AbortController();
  const idle: RenderWorker[] = [];
  const running = new Set<Promise<unknown>>();

  function takeWorker(): RenderWorker {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      if (worker.isAlive) return worker;
    }
    return startRenderWorker(childPath, stallMs);
  }

  async function putBack(worker: RenderWorker): Promise<void> {
    if (!worker.isAlive) return;
    if (closing.signal.aborted || worker.jobCount >= JOBS_PER_WORKER) await worker.end();
    else idle.push(worker);
  }

  async function run(job: RenderJob & RenderHooks): Promise<{ bytes: number }> {
    const signal = job.signal ? AbortSignal.any([job.signal, closing.signal]) : closing.signal;
    const release = await slots.acquire(signal).catch(() => {
      throw new RenderFailure("aborted", "The render was cancelled before it started.");
    });
    try {
      const worker = takeWorker();
      try {
        const { request, outFile, onProgress } = job;
        return { bytes: await worker.render({ request, outFile }, { signal, onProgress }) };
      } finally {
        await putBack(worker);
      }
    } finally {
      release();
    }
  }

  return {
    async render(job) {
      const rendering = run(job);
      running.add(rendering);
      try {
        return await rendering;
      } finally {
        running.delete(rendering);
      }
    },
    async close() {
      closing.abort();
      await Promise.allSettled(running);
      await Promise.all(idle.splice(0).map((worker) => worker.end()));
    },
  };
}
