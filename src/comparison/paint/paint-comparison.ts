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

/** What to paint. */
export interface Painting {
  /** In any size; each is scaled to its position in the frame. */
  pictures: PerSide<CanvasImageSource>;
  geometry: StageGeometry;
  view: ViewState;
  /** The side currently shown by a blinking view. */
  blinkSide?: Side;
  /** During playback, painting on time matters more than quality. */
  isFast?: boolean;
}

/** Paints one pair. */
export type PaintComparison = (context: Context2D, painting: Painting) => void;

/** Creates a painter, which reuses its work canvases between paints. */
export function createComparisonPainter(): PaintComparison {
  const paintDifference = createDifferencePainter();
  return (context, painting) => {
    const { canvas, panes } = painting.geometry;
    context.save();
    context.imageSmoothingQuality = painting.isFast ? "low" : "high";
    context.fillStyle = "black";
    context.fillRect(0, 0, canvas.width, canvas.height);
    for (const pane of panes) {
      context.save();
      clipTo(context, pane.seen);
      paintPane({ context, pane, ...painting }, paintDifference);
      context.restore();
    }
    context.restore();
  };
}

/** One pane of a painting. */
interface PanePainting extends Painting {
  context: Context2D;
  pane: PlacedPane;
}

function paintPane(painting: PanePainting, paintDifference: PaintDifference): void {
  const { context, pane, view, pictures, geometry, blinkSide = "left" } = painting;
  if (pane.side !== "both") {
    drawSide(painting, pane.side);
    return;
  }
  switch (view.view) {
    case "wipe": {
      const halves = wipeHalves(pane, view);
      for (const side of ["left", "right"] as const) {
        context.save();
        clipTo(context, halves[side]);
        drawSide(painting, side);
        context.restore();
      }
      drawDivider(painting);
      return;
    }
    case "overlay":
      drawSide(painting, "left");
      context.globalAlpha = view.opacity;
      fillBars(painting, "right");
      drawSide(painting, "right");
      return;
    case "difference":
      paintDifference(context, { pictures, fitted: geometry.fitted, pane, view });
      return;
    default:
      drawSide(painting, blinkSide);
  }
}

function drawSide({ context, pictures, geometry, pane }: PanePainting, side: Side): void {
  const { placement } = pane;
  const { x, y, width, height } = toCanvas(placement, geometry.fitted[side].rect);
  context.imageSmoothingEnabled = placement.scale < CRISP_SCALE;
  context.drawImage(pictures[side], x, y, width, height);
}

/** In the overlay, the black bars of the top picture cover the one below, like the picture itself. */
function fillBars({ context, geometry: { fitted }, pane }: PanePainting, side: Side): void {
  const { placement, seen } = pane;
  if (!fitted[side].hasBars) return;
  const inner = toCanvas(placement, fitted[side].rect);
  context.beginPath();
  context.rect(seen.x, seen.y, seen.width, seen.height);
  context.rect(inner.x, inner.y, inner.width, inner.height);
  context.fill("evenodd");
}

function drawDivider({ context, geometry, pane: { seen }, view }: PanePainting): void {
  const at = dividerAt(seen, view);
  const half = Math.max(1, Math.round(DIVIDER_HALF * geometry.pixelRatio));
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
