/** The child's side of a render pool: one job at a time, over the IPC channel. */
import { setPriority } from "node:os";
import { type RenderJob, type RenderReport, renderJobSchema } from "./render-messages.ts";
import { writeClip } from "./write-clip.ts";

/**
 * Below normal priority, so that the server stays responsive, but high enough to make progress on a busy
 * machine.
 */
const NICENESS = 5;

/** Renders the bytes of one clip. */
export type RenderBytes = (
  request: RenderJob["request"],
  onProgress: (progress: number) => void,
) => Promise<Uint8Array>;

/** Runs jobs from the parent process until it is gone. */
export function serveRenders(render: RenderBytes): void {
  setPriority(NICENESS);
  // Without a parent the clip is useless; the next server renders it again.
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
  // If the parent was killed, ignore the send error; the closed channel ends this process, too.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

function toFailure(error: unknown): RenderReport {
  if (!(error instanceof Error)) return { type: "failed", message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { type: "failed", message: error.message, ...(code !== undefined && { code }) };
}
