/** Every frame of a stretch of a clip, once and in order: for what looks at all of them. Works in a worker. */
import type { ClipMedia } from "./clip-media.ts";
import { decodeSamples } from "./decode-samples.ts";

/** Frames of the clip, both included. */
export interface FrameRange {
  first: number;
  last: number;
}

/**
 * Gives `onFrame` each frame of the range in the order of showing, upright, and the next one only when it has returned or
 * its promise is kept; the frame is closed then. What the decoder leaves out is left out. Rejects with the signal's reason
 * when it is aborted, and with the decoder's error when that gives up.
 */
export async function decodeFrames(
  media: ClipMedia,
  range: FrameRange,
  onFrame: (frame: VideoFrame, index: number) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const { first, last } = range;
  const frames = decodeSamples(
    media,
    ({ sampleOf, keyOf }) => {
      const start = keyOf[sampleOf[first] ?? 0] ?? 0;
      // Frames up to the last one may be decoded in any order.
      const end = sampleOf
        .slice(first, last + 1)
        .reduce((most, each) => Math.max(most, each), start);
      return {
        samples: Array.from({ length: end - start + 1 }, (_, index) => start + index),
        isWanted: (frame) => frame >= first && frame <= last,
      };
    },
    { signal },
  );
  for await (const { frame, index } of frames) await onFrame(frame, index);
}
