/** Paints the per-pixel difference of two pictures: |left − right|, amplified by doubling. */

import type { Fitted } from "../geometry/fitting.ts";
import type { Rect } from "../geometry/shapes.ts";
import type { PlacedPane } from "../geometry/stage-geometry.ts";
import type { ViewState } from "../geometry/view-state.ts";
import type { PerSide } from "../sides.ts";
import { createWorkCanvas } from "./work-canvas.ts";

type Target = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
type Work = OffscreenCanvasRenderingContext2D;

interface Difference {
  pictures: PerSide<CanvasImageSource>;
  fitted: Fitted;
  pane: PlacedPane;
  view: Pick<ViewState, "gain" | "isLumaOnly">;
}

/** Paints the difference into the visible part of a pane. */
export type PaintDifference = (context: Target, difference: Difference) => void;

/**
 * Creates a difference painter. The difference is computed at the frame's own resolution and then scaled up; for a
 * frame shown smaller than its size, at screen resolution.
 */
export function createDifferencePainter(): PaintDifference {
  const left = createWorkCanvas({ width: 1, height: 1 });
  const right = createWorkCanvas({ width: 1, height: 1 });
  return (context, { pictures, fitted, pane, view }) => {
    const area = areaSeen(pane, fitted);
    if (area.width === 0 || area.height === 0) return;
    for (const [side, work] of [
      ["left", left],
      ["right", right],
    ] as const) {
      prepare(work, area);
      work.imageSmoothingQuality = context.imageSmoothingQuality;
      drawInto(work, { picture: pictures[side], rect: fitted[side].rect, area });
      if (view.isLumaOnly) toGreyscale(work);
    }
    left.globalCompositeOperation = "difference";
    left.drawImage(right.canvas, 0, 0);
    left.globalCompositeOperation = "lighter";
    for (let gain = 1; gain < view.gain; gain *= 2) left.drawImage(left.canvas, 0, 0);
    const { x, y, scale } = pane.placement;
    const enlarged = scale / area.scale;
    context.imageSmoothingEnabled = enlarged < 2;
    context.drawImage(
      left.canvas,
      0,
      0,
      area.width,
      area.height,
      x + area.x * enlarged,
      y + area.y * enlarged,
      area.width * enlarged,
      area.height * enlarged,
    );
  };
}

/** The area to compute, in pixels of which `scale` equal one frame pixel. */
interface Area extends Rect {
  scale: number;
}

function areaSeen({ placement, seen }: PlacedPane, { frame }: Fitted): Area {
  const scale = Math.min(placement.scale, 1);
  const shrink = scale / placement.scale;
  const x = Math.max(0, Math.floor((seen.x - placement.x) * shrink));
  const y = Math.max(0, Math.floor((seen.y - placement.y) * shrink));
  const right = Math.ceil((seen.x + seen.width - placement.x) * shrink);
  const bottom = Math.ceil((seen.y + seen.height - placement.y) * shrink);
  return {
    scale,
    x,
    y,
    width: Math.max(0, Math.min(right, Math.ceil(frame.width * scale)) - x),
    height: Math.max(0, Math.min(bottom, Math.ceil(frame.height * scale)) - y),
  };
}

function drawInto(
  work: Work,
  { picture, rect, area }: { picture: CanvasImageSource; rect: Rect; area: Area },
): void {
  const { x, y, scale } = area;
  work.drawImage(
    picture,
    rect.x * scale - x,
    rect.y * scale - y,
    rect.width * scale,
    rect.height * scale,
  );
}

/** Reduces each pixel to its luminosity: 0.3 red + 0.59 green + 0.11 blue (W3C compositing, `Lum`). */
function toGreyscale(work: Work): void {
  work.globalCompositeOperation = "saturation";
  work.fillStyle = "gray";
  work.fillRect(0, 0, work.canvas.width, work.canvas.height);
}

/** Clears the canvas to black. It only grows, so that zooming does not reallocate it. */
function prepare(work: Work, { width, height }: Area): void {
  const { canvas } = work;
  if (canvas.width < width) canvas.width = width;
  if (canvas.height < height) canvas.height = height;
  work.globalCompositeOperation = "source-over";
  work.fillStyle = "black";
  work.fillRect(0, 0, canvas.width, canvas.height);
}
