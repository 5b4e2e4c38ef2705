/** Paints two pictures in a given view. Independent of the DOM: works on any 2D canvas, also in a worker. */

import type { Rect } from "../geometry/shapes.ts";
import {
  dividerAt,
  type PlacedPane,
  type StageGeometry,
  wipeHalves,
} from "../geometry/stage-geometry.ts";
import type { ViewState } from "../geometry/view-state.ts";
import { toCanvas } from "../geometry/viewport.ts";
import type { PerSide, Side } from "../sides.ts";
import { createDifferencePainter, type PaintDifference } from "./paint-difference.ts";

export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** From this scale on, pixels are drawn with sharp edges. */
const CRISP_SCALE = 2;
/** Half the width of the divider's light line in CSS pixels; the dark lines beside it have the same width. */
const DIVIDER_HALF = 1;

export interface PaintOptions {
  /** The side currently shown by a blinking view. */
  blinkSide?: Side;
  /** During playback, painting on time matters more than quality. */
  isFast?: boolean;
}

/** Paints one pair. */
export type PaintComparison = (
  context: Context2D,
  /** In any size; each is scaled to its position in the frame. */
  pictures: PerSide<CanvasImageSource>,
  geometry: StageGeometry,
  view: ViewState,
  options?: PaintOptions,
) => void;

/** Creates a painter, which reuses its work canvases between paints. */
export function createComparisonPainter(): PaintComparison {
  const paintDifference = createDifferencePainter();
  return (context, pictures, geometry, view, options = {}) => {
    context.save();
    context.imageSmoothingQuality = options.isFast ? "low" : "high";
    context.fillStyle = "black";
    context.fillRect(0, 0, geometry.canvas.width, geometry.canvas.height);
    for (const pane of geometry.panes) {
      context.save();
      clipTo(context, pane.seen);
      paintPane(context, pictures, geometry, pane, view, options, paintDifference);
      context.restore();
    }
    context.restore();
  };
}

function paintPane(
  context: Context2D,
  pictures: PerSide<CanvasImageSource>,
  geometry: StageGeometry,
  pane: PlacedPane,
  view: ViewState,
  { blinkSide = "left" }: PaintOptions,
  paintDifference: PaintDifference,
): void {
  const draw = (side: Side) => drawSide(context, pictures[side], geometry, pane, side);
  if (pane.side !== "both") {
    draw(pane.side);
    return;
  }
  switch (view.view) {
    case "wipe": {
      const halves = wipeHalves(pane, view);
      for (const side of ["left", "right"] as const) {
        context.save();
        clipTo(context, halves[side]);
        draw(side);
        context.restore();
      }
      drawDivider(context, geometry, pane, view);
      return;
    }
    case "overlay":
      draw("left");
      context.globalAlpha = view.opacity;
      fillBars(context, geometry, pane, "right");
      draw("right");
      return;
    case "difference":
      paintDifference(context, pictures, geometry.fitted, pane, view);
      return;
    default:
      draw(blinkSide);
  }
}

function drawSide(
  context: Context2D,
  picture: CanvasImageSource,
  { fitted }: StageGeometry,
  { placement }: PlacedPane,
  side: Side,
): void {
  const { x, y, width, height } = toCanvas(placement, fitted[side].rect);
  context.imageSmoothingEnabled = placement.scale < CRISP_SCALE;
  context.drawImage(picture, x, y, width, height);
}

/** In the overlay, the black bars of the top picture cover the one below, like the picture itself. */
function fillBars(
  context: Context2D,
  { fitted }: StageGeometry,
  { placement, seen }: PlacedPane,
  side: Side,
): void {
  if (!fitted[side].hasBars) return;
  const inner = toCanvas(placement, fitted[side].rect);
  context.beginPath();
  context.rect(seen.x, seen.y, seen.width, seen.height);
  context.rect(inner.x, inner.y, inner.width, inner.height);
  context.fill("evenodd");
}

function drawDivider(
  context: Context2D,
  { pixelRatio }: StageGeometry,
  { seen }: PlacedPane,
  view: ViewState,
): void {
  const at = dividerAt(seen, view);
  const half = Math.max(1, Math.round(DIVIDER_HALF * pixelRatio));
  for (const [colour, reach] of [
    ["rgb(0 0 0 / 0.5)", 2 * half],
    ["white", half],
  ] as const) {
    context.fillStyle = colour;
    if (view.isHorizontal) context.fillRect(seen.x, at - reach, seen.width, 2 * reach);
    else context.fillRect(at - reach, seen.y, 2 * reach, seen.height);
  }
}

function clipTo(context: Context2D, { x, y, width, height }: Rect): void {
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
}
