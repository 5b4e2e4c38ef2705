/** Swiping to another clip. */
import type { Direction } from "./neighbours.ts";

interface Point {
  x: number;
  y: number;
}

/** Shorter ways are taps. */
const SWIPE_MIN_PX = 48;

/** The clip that a swipe asks for. Null unless the finger moved far enough, and mostly sideways. */
export function swipeDirection(from: Point, to: Point): Direction | null {
  const [x, y] = [to.x - from.x, to.y - from.y];
  if (Math.abs(x) < SWIPE_MIN_PX || Math.abs(x) < 2 * Math.abs(y)) return null;
  return x < 0 ? "next" : "previous";
}
