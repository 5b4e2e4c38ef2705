/** A fake renderer whose jobs finish, progress and fail on command. */
import { writeFile } from "node:fs/promises";
import type { ClipRenderer, RenderJob } from "../clip-renderer.ts";
import type { Activity } from "./activity.ts";

/** A running job. */
export interface FakeJob extends RenderJob {
  finish(): Promise<void>;
  fail(reason: string): void;
}

export interface FakeRenderer extends ClipRenderer {
  /** Running jobs, oldest first. */
  readonly jobs: FakeJob[];
  /** All jobs since the start. */
  readonly started: RenderJob[];
  /** Makes every later job finish at once. */
  finishAlways(): void;
}

/** The bytes of every fake clip: 0 to 255, repeated. */
export const FAKE_CLIP_BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);

export function createFakeRenderer(activity: Activity): FakeRenderer {
  const jobs: FakeJob[] = [];
  const started: RenderJob[] = [];
  let isInstant = false;
  return {
    jobs,
    started,
    finishAlways: () => {
      isInstant = true;
    },
    render: (job) =>
      new Promise((resolve, reject) => {
        started.push(job);
        const leave = () => {
          jobs.splice(jobs.indexOf(staged), 1);
        };
        const staged: FakeJob = {
          ...job,
          async finish() {
            leave();
            await activity.track(writeFile(job.outFile, FAKE_CLIP_BYTES));
            job.onProgress(1);
            resolve({ bytes: FAKE_CLIP_BYTES.length });
          },
          fail(reason) {
            leave();
            reject(Object.assign(new Error("staged failure"), { reason }));
          },
        };
        jobs.push(staged);
        if (job.signal.aborted) staged.fail("aborted");
        job.signal.addEventListener("abort", () => staged.fail("aborted"), { once: true });
        if (isInstant) void staged.finish();
      }),
  };
}
