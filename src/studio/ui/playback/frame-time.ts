/**
 * Frame arithmetic: which frame is on the screen, and where to seek so that exactly another one is.
 */

/** Kirin's clips have 24 frames a second or more, so this is the rate until one is measured. */
export const ASSUMED_FRAME_RATE = 24;

const COMMON_RATES = [24, 25, 30_000 / 1001, 30, 48, 50, 60_000 / 1001, 60, 120];
const FASTEST_RATE = 130;
/** Two rates closer than this ratio are one rate, read off a coarse clock. */
const SAME_RATE = 1.03;

/** Number of the frame that is shown at a time; the first is 0. */
export function frameAt(timeS: number, frameRate: number): number {
  // The hundredth of a frame absorbs the rounding of media clocks, which count whole microseconds.
  return Math.max(0, Math.floor(timeS * frameRate + 0.01));
}

/** When a frame begins. */
export function timeOfFrame(frame: number, frameRate: number): number {
  return frame / frameRate;
}

/**
 * Frames in a clip of this length. A sound track may outlast the picture by part of a packet
 * (1024 samples, about half a frame), which is no frame of its own.
 */
export function frameCount(durationS: number, frameRate: number): number {
  return Math.max(1, Math.floor(durationS * frameRate + 0.25));
}

/**
 * Where to seek to see a frame: its middle, so that no rounding can show a neighbour.
 */
export function seekTimeOfFrame(frame: number, frameRate: number, durationS: number): number {
  const last = frameCount(durationS, frameRate) - 1;
  const shown = Math.min(Math.max(frame, 0), last);
  return (shown + 0.5) / frameRate;
}

/**
 * Where to seek to go `steps` frames on from the frame that began at `frameStartS`.
 * Counts from what is really shown, so that one step is one frame even while the rate is only assumed
 * (right for every rate from 24 to 31).
 */
export function seekTimeOfStep(
  frameStartS: number,
  steps: number,
  frameRate: number,
  durationS: number,
): number {
  const last = seekTimeOfFrame(Number.POSITIVE_INFINITY, frameRate, durationS);
  const first = 0.5 / frameRate;
  return Math.min(Math.max(frameStartS + (steps + 0.5) / frameRate, first), last);
}

/**
 * A better guess of the frame rate after seeing two frames: frames lie whole multiples of one frame's length
 * apart, so the smallest distance seen is the best. Near a common rate it is that rate, since some files
 * keep time in whole milliseconds.
 */
export function refineFrameRate(current: number, earlierS: number, laterS: number): number {
  const rate = 1 / Math.abs(laterS - earlierS);
  if (!(rate > current * SAME_RATE) || rate > FASTEST_RATE) return current;
  const nearest = COMMON_RATES.reduce((best, common) =>
    Math.abs(common - rate) < Math.abs(best - rate) ? common : best,
  );
  return Math.abs(nearest / rate - 1) < SAME_RATE - 1 ? nearest : rate;
}
