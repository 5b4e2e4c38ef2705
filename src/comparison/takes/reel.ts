/** A take as the sheet shows it: all of its frames as thumbnails from the worker. */
import type { ClipMedia } from "../media/clip-media.ts";

/** What playback needs to know of a clip. */
export type ReelFacts = Pick<ClipMedia, "frameRate" | "frameTimes" | "frameCount" | "durationS">;

export interface Reel extends ReelFacts {
  frames: (ImageBitmap | undefined)[];
}

/** Memory budget for the thumbnails of all takes together. */
export const SHEET_BYTES = 256 * 1024 * 1024;
/** No card is wider than this on a screen with a pixel ratio of 1. */
const WIDTH_MOST = 480;
const WIDTH_LEAST = 96;
const BYTES_A_PIXEL = 4;

/** The size at which a clip's frames are kept: in the clip's aspect ratio, and no larger than the clip. */
export function reelSize(
  { width, height, frameCount }: Pick<ClipMedia, "width" | "height" | "frameCount">,
  bytes: number,
): { width: number; height: number } {
  const pixels = bytes / BYTES_A_PIXEL / Math.max(1, frameCount);
  const room = Math.sqrt((pixels * width) / height);
  const fitted = Math.min(width, Math.max(WIDTH_LEAST, Math.min(WIDTH_MOST, Math.floor(room))));
  return { width: fitted, height: Math.max(1, Math.round((fitted * height) / width)) };
}

/** The frame current at a time; the first one before the start, the last one after the end. */
export function reelFrameAt({ frameTimes }: ReelFacts, timeS: number): number {
  let low = 0;
  let high = frameTimes.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((frameTimes[middle] ?? 0) <= timeS) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
