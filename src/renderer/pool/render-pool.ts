/** Renders clips in child processes, so that a crash in a codec is a failed clip and never a dead server. */
import { availableParallelism } from "node:os";
import { createSemaphore } from "../semaphore.ts";
import { RenderFailure } from "./render-failure.ts";
import type { RenderJob } from "./render-messages.ts";
import { type RenderHooks, type RenderWorker, startRenderWorker } from "./render-worker.ts";

/** More than this at once only makes every clip late. */
const SIZE_MAX = 2;
/** A child is replaced after so many clips: whatever the native codecs keep is then given back. */
const JOBS_PER_WORKER = 25;

/** What {@link createRenderPool} needs. */
export interface RenderPoolOptions {
  /** The built `render-child` script. */
  childPath: string;
  /** Clips rendered at once; by default the number of cores, at most two. */
  size?: number;
  /** How long a child may say nothing before it counts as hung. */
  stallMs?: number;
}

/** Renders clips, a few at once; the others wait their turn in order. */
export interface RenderPool {
  /**
   * Renders a request into a file, which appears whole or not at all.
   * Rejects with a {@link RenderFailure}; the pool goes on after any of them.
   */
  render(job: RenderJob & RenderHooks): Promise<{ bytes: number }>;
  /** Calls off every render and ends every child. */
  close(): Promise<void>;
}

/** A pool without children yet: each is started for the first clip that needs it, and kept. */
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
      throw new RenderFailure("aborted", "The render was called off before it began.");
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
