/** Computes how many thumbnails fit on a strip. */
import type { ClipMedia } from "../media/clip-media.ts";

const COUNT_MIN = 4;
/** Limited, because each one needs a frame decoded. */
const COUNT_MAX = 16;

/** The number of thumbnails in a row, chosen so that each has about its natural width. Zero if the row has no size. */
export function thumbnailCount(
  { width, height }: Pick<ClipMedia, "width" | "height">,
  rowWidth: number,
  rowHeight: number,
): number {
  if (rowWidth === 0 || rowHeight === 0) return 0;
  const natural = Math.round((rowWidth * height) / (rowHeight * width));
  return Math.min(Math.max(natural, COUNT_MIN), COUNT_MAX);
}

/** Thumbnails are cropped when the strip changes its width slightly. They are regenerated only beyond this factor. */
const REGENERATE_FACTOR = 1.5;

/** The width to make thumbnails for after the strip's width changed. */
export function settledWidth(before: number, width: number): number {
  const isLargeChange = width > before * REGENERATE_FACTOR || width < before / REGENERATE_FACTOR;
  return isLargeChange ? width : before;
}
