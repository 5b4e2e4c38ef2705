/** Finds cuts between shots from brightness distributions and from the correlation of frames. */
import { histogramDistance } from "./frame-figures.ts";

/** A smaller distance is never a cut, however calm the surrounding frames are. */
const MIN_DISTANCE = 0.3;
/** A cut must exceed the local median by this factor, because fast camera motion also changes a lot between frames. */
const MIN_MEDIAN_RATIO = 3;
/** Frames on either side that make up the local median. */
const WINDOW_FRAMES = 6;
/** If the earlier picture returns within this many frames, it was a flash. */
const FLASH_FRAMES = 2;

/** A flash of light changes the brightness like a cut, but the pattern stays correlated. */
const FLASH_CORRELATION = 0.6;

/** The features of a frame that cut detection compares. */
export interface FrameFeatures {
  histogram: Float32Array;
  /** Correlation with the previous frame. */
  correlation: number;
}

/** Indices in `frames` of the first frame of each new shot, in order. */
export function findCuts(frames: readonly FrameFeatures[]): number[] {
  const between = (one: number, other: number) => {
    const [before, after] = [frames[one], frames[other]];
    return before && after ? histogramDistance(before.histogram, after.histogram) : 1;
  };
  const distances = frames.map((_, frame) => (frame === 0 ? 0 : between(frame - 1, frame)));
  return distances.flatMap((distance, frame) => {
    if (frame === 0 || distance < MIN_DISTANCE) return [];
    if ((frames[frame]?.correlation ?? 0) > FLASH_CORRELATION) return [];
    const around = [
      ...distances.slice(Math.max(1, frame - WINDOW_FRAMES), frame),
      ...distances.slice(frame + 1, frame + 1 + WINDOW_FRAMES),
    ];
    if (distance < MIN_MEDIAN_RATIO * median(around)) return [];
    return isFlash(frame, distance, between) ? [] : [frame];
  });
}

/** Whether the earlier picture returns soon, or the new picture was shown just before. */
function isFlash(
  frame: number,
  distance: number,
  between: (one: number, other: number) => number,
): boolean {
  for (let further = 1; further <= FLASH_FRAMES; further += 1) {
    if (between(frame - 1, frame + further) < distance / 2) return true;
    if (between(frame - 1 - further, frame) < distance / 2) return true;
  }
  return false;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
