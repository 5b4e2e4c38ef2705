/** How many small pictures a strip has room for. */
import type { ClipMedia } from "../engine/clip-media.ts";

const FEWEST = 4;
/** Each costs the decoding of a frame. */
const MOST = 30;

/** How many pictures of a clip stand in a row, so that each is about as wide as it ought to be; none in a row without width. */
export function thumbnailCount(
  { width, height }: Pick<ClipMedia, "width" | "height">,
  rowWidth: number,
  rowHeight: number,
): number {
  if (rowWidth === 0) return 0;
  const natural = Math.round((rowWidth * height) / (rowHeight * width));
  return Math.min(Math.max(natural, FEWEST), MOST);
}

/** Pictures of a strip that grows or shrinks a little are cut a little; only beyond that are they worth making anew. */
const MUCH = 1.5;

/** The width that pictures are made for, once the strip's width is another one. */
export function settledWidth(before: number, width: number): number {
  const isMuch = width > before * MUCH || width < before / MUCH;
  return isMuch ? width : before;
}
