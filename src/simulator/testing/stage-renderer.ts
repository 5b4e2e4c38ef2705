/** A renderer that the test directs: it finishes, progresses and fails when it is told to. */
import { writeFile } from "node:fs/promises";
import type { ClipRenderer, RenderJob } from "../clip-renderer.ts";
import type { Activity } from "./activity.ts";

/** A render under way. */
export interface StagedJob extends RenderJob {
  finish(): Promise<void>;
  fail(reason: string): void;
}

export interface StageRenderer extends ClipRenderer {
  /** Jobs that have not ended, oldest first. */
  readonly jobs: StagedJob[];
  /** Every job there ever was. */
  readonly started: RenderJob[];
  /** From now on every job finishes at once. */
  finishAlways(): void;
}

/** The bytes of every staged clip: 0, 1, 2 … 255, over and over. */
export const STAGED_BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);

export function createStageRenderer(activity: Activity): StageRenderer {
  const jobs: StagedJob[] = [];
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
        const staged: StagedJob = {
          ...job,
          async finish() {
            leave();
            await activity.track(writeFile(job.outFile, STAGED_BYTES));
            job.onProgress(1);
            resolve({ bytes: STAGED_BYTES.length });
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
