/** Where things go on a contact sheet: name, row, times, row, name. */
import type { Region } from "../engine/comparison.ts";
import type { PerSide, Side } from "../side.ts";
import type { Rect, Size } from "../stage/geometry.ts";
import type { Placement } from "../stage/viewport.ts";

export const SHEET_COLUMNS = [4, 6, 8, 12] as const;

const SHEET_WIDEST = 3840;
const GAP = 4;
/** Of the bars' height as a part of a picture's shorter side. */
const BAR_PART = 0.14;
const BAR_LEAST = 20;
const BAR_MOST = 56;

interface SheetLayout {
  size: Size;
  names: PerSide<Rect>;
  time(column: number): Rect;
  cell(side: Side, column: number): Placement;
}

/** Lays out so many columns, each picture at most as large as it is. */
export function layOutSheet(frame: Size, columns: number): SheetLayout {
  const widest = Math.floor((SHEET_WIDEST - GAP * (columns - 1)) / columns);
  const width = Math.min(frame.width, widest);
  const scale = width / frame.width;
  const height = Math.round(frame.height * scale);
  const wanted = Math.round(BAR_PART * Math.min(width, height));
  const bar = Math.min(BAR_MOST, Math.max(BAR_LEAST, wanted));
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

/** Moments spread evenly over a stretch, its first and last frame among them; all its frames where there are fewer. */
export function momentsOf({ startFrame, endFrame }: Region, count: number): number[] {
  const last = endFrame - startFrame;
  const moments = Math.min(count, last + 1);
  if (moments === 1) return [startFrame];
  return Array.from(
    { length: moments },
    (_, index) => startFrame + Math.round((index * last) / (moments - 1)),
  );
}
