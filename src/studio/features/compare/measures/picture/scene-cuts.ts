/** Where one shot ends and another begins, told by how the brightness is spread, and by what stays where it is. */
import { histogramDistance } from "./frame-figures.ts";

/** Less than this is no cut, however calm it is around it. */
const LEAST_DISTANCE = 0.3;
/** A cut stands out so many times from what is usual around it: a fast camera changes much from frame to frame as well. */
const STANDS_OUT = 3;
/** Frames on either side that tell what is usual. */
const AROUND = 6;
/** A picture that is back after so many frames was a flash. */
const FLASH_FRAMES = 2;

/** Where lightning strikes, everything is as bright as in another shot, and still where it was. */
const LIKE = 0.6;

/** What is asked of a frame. */
export interface FrameLook {
  histogram: Float32Array;
  /** Correlation with the frame before. */
  likeness: number;
}

/** The first frames of new shots, by their places in what is given, in order. */
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

/** Whether what was there before comes back soon, or what comes was there just before. */
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
