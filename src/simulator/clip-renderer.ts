/** The interface of the renderer. */
import type { ClipRequest } from "#renderer/clip-request.ts";

export interface RenderJob {
  request: ClipRequest;
  /** Absolute path. The MP4 appears there only when it is complete. */
  outFile: string;
  signal: AbortSignal;
  /** Receives the progress, 0 to 1. */
  onProgress: (progress: number) => void;
}

/**
 * Renders one clip. Rejects when rendering fails. If the error's `reason` is a key of {@link RENDER_FAILURES},
 * the task reports that message.
 */
export interface ClipRenderer {
  render(job: RenderJob): Promise<{ bytes: number }>;
}

/** Messages for the task's `error_message`, by reason. */
export const RENDER_FAILURES: Readonly<Record<string, string>> = {
  crashed: "The renderer crashed. Nothing was charged; generate again.",
  failed: "The renderer could not make this clip. Nothing was charged.",
  "disk-full":
    "The simulator's disk is full. Nothing was charged; free some space and generate again.",
};
