/** The renderer as the simulator sees it. */
import type { ClipRequest } from "#renderer/clip-request.ts";

export interface RenderJob {
  request: ClipRequest;
  /** Absolute path; the finished MP4 appears there whole, or not at all. */
  outFile: string;
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress: (progress: number) => void;
}

/**
 * Renders one clip. A rejection means that the render failed. When its error carries a `reason` that is a key of
 * {@link RENDER_FAILURES}, the task reports that sentence.
 */
export interface ClipRenderer {
  render(job: RenderJob): Promise<{ bytes: number }>;
}

/** Why a render failed, as a sentence for the task's `error_message`. */
export const RENDER_FAILURES: Readonly<Record<string, string>> = {
  crashed: "The renderer crashed. Nothing was charged; generate again.",
  failed: "The renderer could not make this clip. Nothing was charged.",
  "disk-full":
    "The simulator's disk is full. Nothing was charged; free some space and generate again.",
};
