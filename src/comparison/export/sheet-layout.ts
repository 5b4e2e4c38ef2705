/** The layout of a contact sheet, from top to bottom: name, pictures, times, pictures, name. */
import type { Region } from "../engine/comparison.ts";
import type { Rect, Size } from "../geometry/shapes.ts";
import type { Placement } from "../geometry/viewport.ts";
import type { PerSide, Side } from "../sides.ts";

export const SHEET_COLUMNS = [4, 6, 8, 12] as const;

const SHEET_WIDTH_MAX = 3840;
const GAP = 4;
/** The bars' height relative to a picture's shorter side. */
const BAR_PART = 0.14;
const BAR_MIN = 20;
const BAR_MAX = 56;

interface SheetLayout {
  size: Size;
  names: PerSide<Rect>;
  time(column: number): Rect;
  cell(side: Side, column: number): Placement;
}

/** Lays out a number of columns. No picture exceeds its full size. */
export function layOutSheet(frame: Size, columns: number): SheetLayout {
  const widest = Math.floor((SHEET_WIDTH_MAX - GAP * (columns - 1)) / columns);
  const width = Math.min(frame.width, widest);
  const scale = width / frame.width;
  const height = Math.round(frame.height * scale);
  const wanted = Math.round(BAR_PART * Math.min(width, height));
  const bar = Math.min(BAR_MAX, Math.max(BAR_MIN, wanted));
  const row = { left: bar, right: 2 * bar + height };
  const total = columns * width + GAP * (columns - 1);
  const xOf = (column: number) => column * (width + GAP);
  return {
    size: { width: total, height: 3 * bar + 2 * height },
    names: {
      left: { x: 0, y: 0, width: total, height: bar },
      right: { x: 0, y: row.right + height, width: total, height: bar },
    },
    time: (column) => ({ x: xOf(column), y: row.left + height, width, height: bar }),
    cell: (side, column) => ({ x: xOf(column), y: row[side], scale }),
  };
}

/**
 * Evenly spread frames of a region, including its first and last; all of its frames if there are fewer than `count`.
 */
export function sheetFrames({ startFrame, endFrame }: Region, count: number): number[] {
  const last = endFrame - startFrame;
  const frames = Math.min(count, last + 1);
  if (frames === 1) return [startFrame];
  return Array.from(
    { length: frames },
    (_, index) => startFrame + Math.round((index * last) / (frames - 1)),
  );
}
