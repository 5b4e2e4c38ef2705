import type { Size } from "../geometry/shapes.ts";

/** Creates an opaque offscreen canvas. */
export function createWorkCanvas(
  { width, height }: Size,
  settings: CanvasRenderingContext2DSettings = {},
): OffscreenCanvasRenderingContext2D {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: false, ...settings });
  if (!context) throw new Error("This browser has no 2D canvas.");
  return context;
}
