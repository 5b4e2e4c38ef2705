/** Runs an export job in a worker. */
import type { Job, JobAnswer, Result } from "./job.ts";

interface RunOptions {
  /** Cancels the job at once and discards its output. */
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress: (part: number) => void;
}

/** Resolves to null when the job is cancelled. */
export function runJob(job: Job, { signal, onProgress }: RunOptions): Promise<Result | null> {
  if (signal.aborted) return Promise.resolve(null);
  const worker = new Worker(new URL("./export-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result | null>((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
    worker.addEventListener("error", () => resolve({ ok: false, reason: "failed" }));
    worker.addEventListener("message", ({ data }: MessageEvent<JobAnswer>) => {
      if (data.kind === "progress") onProgress(data.part);
      else resolve(data.result);
    });
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
