/** Converts between pointer positions and frames on the strip. */
import { framesInSecond } from "./frames-in-second.ts";

/** The frame at a pointer position. The strip's edges are the first and the last frame. */
export function frameAtPointer(
  clientX: number,
  { left, width }: Pick<DOMRect, "left" | "width">,
  frameCount: number,
): number {
  const share = width > 0 ? (clientX - left) / width : 0;
  const last = frameCount - 1;
  return Math.min(Math.max(Math.round(share * last), 0), last);
}

/** The position of a frame on the strip, as a CSS length. */
export function positionOf(frame: number, frameCount: number): string {
  return `${frameCount > 1 ? (frame / (frameCount - 1)) * 100 : 0}%`;
}

/** How many frames a slider key moves; null for other keys. */
export function sliderMove(key: string, isShifted: boolean, frameRate: number): number | null {
  const second = framesInSecond(frameRate);
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return isShifted ? -second : -1;
    case "ArrowRight":
    case "ArrowUp":
      return isShifted ? second : 1;
    case "PageDown":
      return -second;
    case "PageUp":
      return second;
    case "Home":
      return Number.NEGATIVE_INFINITY;
    case "End":
      return Number.POSITIVE_INFINITY;
    default:
      return null;
  }
}
