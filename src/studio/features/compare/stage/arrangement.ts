/** Which parts of the canvas the pictures are shown in. */
import type { Side } from "../side.ts";
import type { Rect, Size } from "./geometry.ts";
import type { View } from "./view-state.ts";

/** A part of the canvas that shows the frame: of one side, or of both in one another. */
export interface Pane {
  rect: Rect;
  side: Side | "both";
}

/** One pane for both sides, or two equal ones: beside or above each other, whichever shows the frame larger. */
export function arrangePanes(view: View, canvas: Size, frame: Size, gap: number): Pane[] {
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

/** How many pixels of the box a pixel of the frame takes when the whole frame fits into it. */
export function fitScale(box: Size, frame: Size): number {
  return Math.max(Math.min(box.width / frame.width, box.height / frame.height), Number.EPSILON);
}
