/** The layout of an export: the pictures at full size, and below them a bar with names and time. */
import type { Fitted } from "../geometry/fitting.ts";
import type { Rect, Size } from "../geometry/shapes.ts";
import type { PlacedPane, StageGeometry } from "../geometry/stage-geometry.ts";
import type { View } from "../geometry/view-state.ts";

/** Views that do not alternate. A blinking view is exported side by side. */
export type StillView = Exclude<View, "blink">;

export interface ExportLayout {
  size: Size;
  /** Position of the pictures, as the stage's painter needs it. */
  geometry: StageGeometry;
  bar: Rect;
}

interface LayoutOptions {
  /** Maximum length of either side; unlimited by default. */
  longest?: number;
  /** Gap between two pictures, an even number; 0 by default. */
  gap?: number;
}

/** The bar's height relative to the frame's shorter side, and the minimum for legible text. */
const BAR_PART = 0.06;
const BAR_MIN = 28;

/** Lays out one frame. All sizes are even, because video encoders halve the chroma resolution. */
export function layOut(
  fitted: Fitted,
  view: StillView,
  { longest = Number.POSITIVE_INFINITY, gap = 0 }: LayoutOptions = {},
): ExportLayout {
  const { width, height } = fitted.frame;
  const count = view === "side" ? 2 : 1;
  const barHeight = roundUpToEven(Math.max(BAR_MIN, BAR_PART * Math.min(width, height)));
  const scale = Math.min(
    1,
    (longest - gap * (count - 1)) / count / width,
    (longest - barHeight) / height,
  );
  const pane = { width: roundUpToEven(width * scale), height: roundUpToEven(height * scale) };
  const size = {
    width: pane.width * count + gap * (count - 1),
    height: pane.height + barHeight,
  };
  const placed = (side: PlacedPane["side"], x: number): PlacedPane => ({
    side,
    rect: { x, y: 0, ...pane },
    placement: { x, y: 0, scale },
    seen: { x, y: 0, width: Math.round(width * scale), height: Math.round(height * scale) },
  });
  const panes =
    view === "side" ? [placed("left", 0), placed("right", pane.width + gap)] : [placed("both", 0)];
  return {
    size,
    geometry: { canvas: size, pixelRatio: Math.max(1, pane.height / 1080), fitted, panes },
    bar: { x: 0, y: pane.height, width: size.width, height: barHeight },
  };
}

/** Rounds a length up to an even number. */
export function roundUpToEven(length: number): number {
  return 2 * Math.ceil(Math.round(length) / 2);
}
