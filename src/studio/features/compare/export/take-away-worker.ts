/** Makes films and contact sheets off the main thread. Ended from outside, it leaves nothing behind. */
import type { Job, JobAnswer, Result } from "./job.ts";
import { renderFilm } from "./render-film.ts";
import { renderSheet } from "./render-sheet.ts";

function answer(message: JobAnswer): void {
  postMessage(message);
}

async function work(job: Job): Promise<Result> {
  const onProgress = (part: number) => answer({ kind: "progress", part });
  try {
    if (job.kind === "film") return await renderFilm(job, onProgress);
    return await renderSheet(job, onProgress);
  } catch {
    // Decoders and encoders may be taken away at any time: it can be tried again.
    return { ok: false, reason: "failed" };
  }
}

// Only this page's own code has the worker, and it sends nothing but one job.
addEventListener("message", async ({ data }: MessageEvent<Job>) => {
  answer({ kind: "result", result: await work(data) });
});
