/** Renders videos and contact sheets off the main thread. The owner terminates the worker; it keeps nothing. */
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

// Only the page that created the worker can post to it, and it sends a single job.
addEventListener("message", async ({ data }: MessageEvent<Job>) => {
  answer({ kind: "result", result: await work(data) });
});
