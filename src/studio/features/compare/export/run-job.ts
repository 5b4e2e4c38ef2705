/** Has a worker do a job. */
import type { Job, JobAnswer, Result } from "./job.ts";

interface RunOptions {
  /** Ends the work at once; nothing of it is kept. */
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress: (part: number) => void;
}

/** Null when it was given up. */
export function runJob(job: Job, { signal, onProgress }: RunOptions): Promise<Result | null> {
  if (signal.aborted) return Promise.resolve(null);
  const worker = new Worker(new URL("./take-away-worker.ts", import.meta.url), { type: "module" });
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
