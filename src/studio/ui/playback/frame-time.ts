/**
 * Frame arithmetic on a clip's sample table: which frame is shown at a time, and where to seek to show a frame. Nothing
 * is derived from a frame rate, so any clip can be stepped frame by frame, even with uneven timing.
 */

/** The times of a clip's frames, in seconds on the file's own clock. */
export interface FrameTimes {
  /** Start of each frame; ascending, at least one. */
  frameStarts: readonly number[];
  /** End of the last frame. A longer sound track does not count. */
  endS: number;
}

/**
 * Some media clocks count whole microseconds, others whole milliseconds, so a frame may be reported this much early.
 */
const CLOCK_ERROR_S = 0.0011;

/** 0-based index of the frame shown at a time, clamped to the first and the last frame. */
export function frameAt(timeS: number, { frameStarts }: FrameTimes): number {
  let low = 0;
  let high = frameStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (startOf(middle, frameStarts) - toleranceAt(middle, frameStarts) <= timeS) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where to seek to show a frame: its middle, so that rounding can't show a neighbour. */
export function seekTimeOfFrame(frame: number, { frameStarts, endS }: FrameTimes): number {
  const start = startOf(frame, frameStarts);
  return (start + Math.max(frameStarts[frame + 1] ?? endS, start)) / 2;
}

/** Start of a frame relative to the first one, in seconds. */
export function timeOfFrame(frame: number, { frameStarts }: FrameTimes): number {
  return startOf(frame, frameStarts) - startOf(0, frameStarts);
}

function startOf(frame: number, frameStarts: readonly number[]): number {
  return frameStarts[frame] ?? 0;
}

/** At most a quarter of the previous frame's duration, so that the two frames can be told apart. */
function toleranceAt(frame: number, frameStarts: readonly number[]): number {
  const before = startOf(frame, frameStarts) - startOf(frame - 1, frameStarts);
  return frame > 0 ? Math.min(CLOCK_ERROR_S, before / 4) : 0;
}
