/**
 * Frame arithmetic on a clip's own sample table: which frame is on the screen, and where to seek so that exactly another one
 * is. Nothing is guessed from a frame rate, so clips of any rate, even or uneven, step frame by frame.
 */

/** When a clip's frames are shown, in seconds on the file's own clock. */
export interface FrameTimes {
  /** When each frame begins; ascending, at least one. */
  frameStarts: readonly number[];
  /** When the last frame ends. A longer sound track does not count. */
  endS: number;
}

/** Media clocks count whole microseconds, and some whole milliseconds: a frame may be reported this much early. */
const CLOCK_ERROR_S = 0.0011;

/** Number of the frame that is on the screen at a time; the first is 0. Before the first it is the first, after the last the last. */
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

/** Where to seek to show a frame: the middle of its time on the screen, so that no rounding can show a neighbour. */
export function seekTimeOfFrame(frame: number, { frameStarts, endS }: FrameTimes): number {
  const start = startOf(frame, frameStarts);
  return (start + Math.max(frameStarts[frame + 1] ?? endS, start)) / 2;
}

/** How long a frame begins after the first one, in seconds. */
export function timeOfFrame(frame: number, { frameStarts }: FrameTimes): number {
  return startOf(frame, frameStarts) - startOf(0, frameStarts);
}

function startOf(frame: number, frameStarts: readonly number[]): number {
  return frameStarts[frame] ?? 0;
}

/** Never more than a quarter of the frame before, or that frame could not be told from this one. */
function toleranceAt(frame: number, frameStarts: readonly number[]): number {
  const before = startOf(frame, frameStarts) - startOf(frame - 1, frameStarts);
  return frame > 0 ? Math.min(CLOCK_ERROR_S, before / 4) : 0;
}
