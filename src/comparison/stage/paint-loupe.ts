/** Paints the loupe. */

import { clamp } from "../clamp.ts";
import type { Point } from "../geometry/shapes.ts";
import type { PixelValue } from "../paint/pair-pixels.ts";
import { SIDES } from "../sides.ts";
import type { StageModel } from "./stage-model.ts";

/** Magnification relative to the stage. */
const MAGNIFICATION = 4;
/** Limits for screen pixels per frame pixel: large enough to see one pixel, small enough to see its surroundings. */
const SCALE_MIN = 6;
const SCALE_MAX = 40;

interface LoupeOptions {
  /** The inspected point, in frame coordinates. */
  place: Point;
  /** The size of each side's square and the gap between them, in CSS pixels. */
  size: number;
  gap: number;
}

/** Paints both sides around one point of the frame and marks its pixel. */
export function paintLoupe(
  canvas: HTMLCanvasElement,
  model: StageModel,
  { place, ...window }: LoupeOptions,
): void {
  const context = canvas.getContext("2d", { alpha: false });
  const { pixelRatio } = model.getState();
  const size = Math.round(window.size * pixelRatio);
  const gap = Math.round(window.gap * pixelRatio);
  if (!context) return;
  if (canvas.width !== 2 * size + gap) canvas.width = 2 * size + gap;
  if (canvas.height !== size) canvas.height = size;
  context.fillStyle = "black";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = false;
  const scale = Math.round(clamp(model.scale() * MAGNIFICATION, SCALE_MIN, SCALE_MAX));
  const pictures = model.pixels.picturesOf(model.compared.comparison.getShown());
  // Centre the inspected pixel.
  const corner = Math.round((size - scale) / 2);
  for (const [index, side] of SIDES.entries()) {
    const left = index * (size + gap);
    const { x, y, width, height } = model.fitted[side].rect;
    context.save();
    context.beginPath();
    context.rect(left, 0, size, size);
    context.clip();
    context.drawImage(
      pictures[side],
      left + corner + (x - Math.floor(place.x)) * scale,
      corner + (y - Math.floor(place.y)) * scale,
      width * scale,
      height * scale,
    );
    context.restore();
    outlinePixel(context, { x: left + corner, y: corner }, scale);
  }
}

function outlinePixel(context: CanvasRenderingContext2D, { x, y }: Point, size: number): void {
  context.lineWidth = 1;
  context.strokeStyle = "black";
  context.strokeRect(x - 1.5, y - 1.5, size + 3, size + 3);
  context.strokeStyle = "white";
  context.strokeRect(x - 0.5, y - 0.5, size + 1, size + 1);
}

/** A colour in hexadecimal notation, such as "#1A2B3C". */
export function hexOf({ red, green, blue }: PixelValue): string {
  const digits = [red, green, blue].map((part) => part.toString(16).padStart(2, "0"));
  return `#${digits.join("").toUpperCase()}`;
}
