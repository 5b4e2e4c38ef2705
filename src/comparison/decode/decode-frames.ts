/** Decodes every frame of a range once, in order. Works in a worker. */
import type { ClipMedia } from "../media/clip-media.ts";
import { decodeSamples } from "./decode-samples.ts";

/** The frames to decode, both ends included. */
interface FrameRange {
  first: number;
  last: number;
  /** Stops decoding when it is aborted. */
  signal?: AbortSignal;
}

/**
 * Passes each frame of the range to `onFrame` upright and in presentation order. Waits for the returned promise before
 * closing the frame and decoding further. Frames that the decoder omits are skipped. Rejects with the signal's reason
 * when aborted, and with the decoder's error when it fails.
 */
export async function decodeFrames(
  media: ClipMedia,
  { first, last, signal }: FrameRange,
  onFrame: (frame: VideoFrame, index: number) => void | Promise<void>,
): Promise<void> {
  const frames = decodeSamples(
    media,
    ({ sampleOf, keyOf }) => {
      const start = keyOf[sampleOf[first] ?? 0] ?? 0;
      // Frames are decoded out of presentation order, so take the last sample needed by any of them.
      const end = sampleOf.slice(first, last + 1).reduce((max, each) => Math.max(max, each), start);
      return {
        samples: Array.from({ length: end - start + 1 }, (_, index) => start + index),
        isWanted: (frame) => frame >= first && frame <= last,
      };
    },
    { signal },
  );
  for await (const { frame, index } of frames) await onFrame(frame, index);
}
