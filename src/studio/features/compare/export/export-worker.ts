/** Makes videos and contact sheets off the main thread. Ended from outside, it leaves nothing behind. */
import type { Job, JobAnswer, Result } from "./job.ts";
import { renderSheet } from "./render-sheet.ts";
import { renderVideo } from "./render-video.ts";

function answer(message: JobAnswer): void {
  postMessage(message);
}

async function work(job: Job): Promise<Result> {
  const onProgress = (part: number) => answer({ kind: "progress", part });
  try {
    if (job.kind === "video") return await renderVideo(job, onProgress);
    return await renderSheet(job, onProgress);
  } catch {
    // The browser may reclaim a decoder or an encoder at any time; the creator can retry.
    return { ok: false, reason: "failed" };
  }
}

// Only this page's own code has the worker, and it sends nothing but one job.
addEventListener("message", async ({ data }: MessageEvent<Job>) => {
  answer({ kind: "result", result: await work(data) });
});
