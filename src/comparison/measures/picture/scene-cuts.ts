/** Finds cuts between shots from brightness distributions and from the correlation of frames. */
import { histogramDistance } from "./frame-figures.ts";

/** A smaller distance is never a cut, however calm the surrounding frames are. */
const LEAST_DISTANCE = 0.3;
/** A cut must exceed the local median by this factor, because fast camera motion also changes a lot between frames. */
const STANDS_OUT = 3;
/** Frames on either side that make up the local median. */
const AROUND = 6;
/** If the earlier picture returns within this many frames, it was a flash. */
const FLASH_FRAMES = 2;

/** A flash of light changes the brightness like a cut, but the pattern stays correlated. */
const LIKE = 0.6;

/** What cut detection needs to know of a frame. */
export interface FrameLook {
  histogram: Float32Array;
  /** Correlation with the previous frame. */
  likeness: number;
}

/** Indices in `frames` of the first frame of each new shot, in order. */
export function findCuts(frames: readonly FrameLook[]): number[] {
  const between = (one: number, other: number) => {
    const [before, after] = [frames[one], frames[other]];
    return before && after ? histogramDistance(before.histogram, after.histogram) : 1;
  };
  const distances = frames.map((_, frame) => (frame === 0 ? 0 : between(frame - 1, frame)));
  return distances.flatMap((distance, frame) => {
    if (frame === 0 || distance < LEAST_DISTANCE) return [];
    if ((frames[frame]?.likeness ?? 0) > LIKE) return [];
    const around = [
      ...distances.slice(Math.max(1, frame - AROUND), frame),
      ...distances.slice(frame + 1, frame + 1 + AROUND),
    ];
    if (distance < STANDS_OUT * median(around)) return [];
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
