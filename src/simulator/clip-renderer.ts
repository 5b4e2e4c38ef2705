/** What the simulator asks of whoever makes the clips. */
import type { ResolvedRequest } from "#kirin/request.ts";

/** What a clip is made from. */
export interface ClipRequest extends ResolvedRequest {
  /** How many clips of the same words and mode were asked for before: each is another film. 0, or nothing, for the first. */
  take?: number | undefined;
}

export interface RenderJob {
  request: ClipRequest;
  /** Absolute path; the finished MP4 appears there whole, or not at all. */
  outFile: string;
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress: (progress: number) => void;
}

/**
 * Makes one clip. A rejection is a failed render; when its error carries a `reason`, one of
 * {@link RENDER_FAILURES}, the task says so in a sentence.
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
