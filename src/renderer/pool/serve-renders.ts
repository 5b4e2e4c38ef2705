/** The child's half of a render pool: one job at a time, over the channel to the parent. */
import { setPriority } from "node:os";
import { type RenderJob, type RenderReport, renderJobSchema } from "./render-messages.ts";
import { writeClip } from "./write-clip.ts";

/** Below every ordinary process: the server answers first, then we render. Lower still, a busy machine renders nothing. */
const NICENESS = 5;

/** Makes the bytes of one clip. */
export type RenderBytes = (
  request: RenderJob["request"],
  onProgress: (progress: number) => void,
) => Promise<Uint8Array>;

/** Takes jobs from the parent process until it is gone. */
export function serveRenders(render: RenderBytes): void {
  setPriority(NICENESS);
  // Without a parent nobody waits for the clip: the next parent starts it again.
  process.on("disconnect", () => process.exit());
  process.on("message", (message) => {
    void runJob(render, message).then(report, (error: unknown) => report(toFailure(error)));
  });
}

async function runJob(render: RenderBytes, message: unknown): Promise<RenderReport> {
  const { request, outFile } = renderJobSchema.parse(message);
  const bytes = await render(request, (progress) => report({ type: "progress", progress }));
  await writeClip(outFile, bytes);
  return { type: "done", bytes: bytes.length };
}

function report(message: RenderReport): void {
  // A parent that was killed hears nothing; its channel's end ends this process, too, and needs no stack trace.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

function toFailure(error: unknown): RenderReport {
  if (!(error instanceof Error)) return { type: "failed", message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { type: "failed", message: error.message, ...(code !== undefined && { code }) };
}
