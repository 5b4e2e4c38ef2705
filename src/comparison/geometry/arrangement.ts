/** Divides the canvas into panes for the pictures. */
import type { Side } from "../sides.ts";
import type { Rect, Size } from "./shapes.ts";
import type { View } from "./view-state.ts";

/** A part of the canvas that shows the frame: one side, or both combined. */
export interface Pane {
  rect: Rect;
  side: Side | "both";
}

interface Arrangement {
  view: View;
  canvas: Size;
  frame: Size;
  /** Space between two panes. */
  gap: number;
}

/** One pane for both sides, or two equal ones, side by side or stacked, whichever shows the frame larger. */
export function arrangePanes({ view, canvas, frame, gap }: Arrangement): Pane[] {
  const { width, height } = canvas;
  if (view !== "side") return [{ side: "both", rect: { x: 0, y: 0, width, height } }];
  const half = { width: Math.floor((width - gap) / 2), height: Math.floor((height - gap) / 2) };
  const beside = { width: half.width, height };
  const above = { width, height: half.height };
  const isBeside = fitScale(beside, frame) >= fitScale(above, frame);
  const size = isBeside ? beside : above;
  const second = isBeside ? { x: width - half.width, y: 0 } : { x: 0, y: height - half.height };
  return [
    { side: "left", rect: { x: 0, y: 0, ...size } },
    { side: "right", rect: { ...second, ...size } },
  ];
}

/** The scale at which the whole frame fits into a box. */
export function fitScale(box: Size, frame: Size): number {
  return Math.max(Math.min(box.width / frame.width, box.height / frame.height), Number.EPSILON);
}
