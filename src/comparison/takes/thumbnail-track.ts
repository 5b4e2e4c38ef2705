/** All frames of one take as thumbnails, as the sheet shows them. A worker decodes them. */
import type { ClipMedia } from "#comparison/media/clip-media.ts";

/** The timing of a clip's frames. */
export type TrackTiming = Pick<ClipMedia, "frameRate" | "frameTimes" | "frameCount" | "durationS">;

export interface ThumbnailTrack extends TrackTiming {
  frames: (ImageBitmap | undefined)[];
}

/** Memory budget for the thumbnails of all takes together. */
export const SHEET_BYTES = 256 * 1024 * 1024;
/** No card is wider than this on a screen with a pixel ratio of 1. */
const WIDTH_MAX = 480;
const WIDTH_MIN = 96;
const BYTES_PER_PIXEL = 4;

/** The size at which a clip's frames are kept: in the clip's aspect ratio, and no larger than the clip. */
export function thumbnailSize(
  { width, height, frameCount }: Pick<ClipMedia, "width" | "height" | "frameCount">,
  bytes: number,
): { width: number; height: number } {
  const pixels = bytes / BYTES_PER_PIXEL / Math.max(1, frameCount);
  const room = Math.sqrt((pixels * width) / height);
  const fitted = Math.min(width, Math.max(WIDTH_MIN, Math.min(WIDTH_MAX, Math.floor(room))));
  return { width: fitted, height: Math.max(1, Math.round((fitted * height) / width)) };
}

/** The frame current at a time; the first one before the start, the last one after the end. */
export function trackFrameAt({ frameTimes }: TrackTiming, timeS: number): number {
  let low = 0;
  let high = frameTimes.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((frameTimes[middle] ?? 0) <= timeS) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
