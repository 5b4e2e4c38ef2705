/** The frame being composed: three planes in one buffer, with drawing functions. */
import type { I420Planes } from "../frame-painter.ts";
import { blitPlane, type Hidden, type Placement, type Target } from "./blit.ts";
import { createPixelMemory } from "./pixel-memory.ts";
import type { PlanarImage, Yuv } from "./planes.ts";

/** Position of an image on the frame, in luma pixels. */
export interface ImagePlacement {
  left: number;
  top: number;
  scale?: number;
  opacity?: number;
  sway?: ((row: number) => number) | undefined;
  /** The first row that nearer layers cover, per block of {@link HIDDEN_BLOCK} columns. */
  hidden?: Int32Array;
}

/** Columns per block of {@link ImagePlacement.hidden}. */
export const HIDDEN_BLOCK = 16;

/** An I420 frame to draw images and dots on. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly planes: I420Planes;
  draw(image: PlanarImage, place: ImagePlacement): void;
  /** Draws a soft round dot. */
  dot(center: { x: number; y: number }, radius: number, ink: Ink): void;
  /** Draws a thin, soft straight line. */
  streak(line: Segment, thickness: number, ink: Ink): void;
}

/** A straight line between two points, in luma pixels. */
interface Segment {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Colour and opacity (0 to 1) of a dot or streak. */
interface Ink {
  color: Yuv;
  opacity: number;
}

/** The three planes that are drawn onto. */
interface Targets {
  luma: Target;
  u: Target;
  v: Target;
}

/** Maximum width of an image, in luma pixels. */
const WIDTH_MAX = 4096;

/** Creates a black frame. Width and height must be even. */
export function createFrame(width: number, height: number): Frame {
  const size = width * height;
  const memory = createPixelMemory();
  const address = memory.reserve((size * 3) / 2);
  const scratch = memory.reserve(WIDTH_MAX * 2);
  const half = { memory, width: width / 2, height: height / 2, scratch };
  const targets: Targets = {
    luma: { memory, width, height, address, scratch },
    u: { ...half, address: address + size },
    v: { ...half, address: address + (size * 5) / 4 },
  };
  return {
    width,
    height,
    get planes() {
      const data = memory.bytes.subarray(address, address + (size * 3) / 2);
      return { format: "I420" as const, data };
    },
    draw: (image, place) => drawImage(targets, image, place),
    dot: ({ x, y }, radius, ink) =>
      drawStroke(targets, { x0: x, y0: y, x1: x, y1: y, radius }, ink),
    streak: (line, thickness, ink) => drawStroke(targets, { ...line, radius: thickness / 2 }, ink),
  };
}

function drawImage({ luma, u, v }: Targets, image: PlanarImage, place: ImagePlacement): void {
  const { left, top, scale = 1, opacity = 1, sway, hidden } = place;
  blitPlane(luma, image.y, {
    left,
    top,
    scale,
    opacity,
    sway,
    hidden: hidden && hiddenBy(hidden, HIDDEN_BLOCK),
  });
  const half: Placement = {
    left: left / 2,
    top: top / 2,
    scale,
    opacity,
    sway: sway && ((row) => sway(row * 2) / 2),
    // Draw one extra chroma row, which is interpolated at the edge of a nearer layer.
    hidden:
      hidden &&
      hiddenBy(
        hidden.map((row) => (row >> 1) + 2),
        HIDDEN_BLOCK / 2,
      ),
  };
  blitPlane(u, image.u, half);
  blitPlane(v, image.v, half);
}

function hiddenBy(fromRow: Int32Array, block: number): Hidden {
  const firstRow = fromRow.reduce((least, row) => Math.min(least, row));
  const lastRow = fromRow.reduce((max, row) => Math.max(max, row));
  return { fromRow, block, firstRow, lastRow };
}

/** Thin shapes without much colour are drawn in luma only; the difference is not visible. */
function isNeutral([, u, v]: Yuv): boolean {
  return Math.abs(u - 128) < 9 && Math.abs(v - 128) < 9;
}

/** A segment with a radius around it. A segment of length 0 is a dot. */
interface Stroke extends Segment {
  radius: number;
}

function drawStroke({ luma, u, v }: Targets, stroke: Stroke, { color, opacity }: Ink): void {
  fillStroke(luma, stroke, { value: color[0], opacity });
  if (isNeutral(color) && stroke.radius < 1.5) return;
  const half = {
    x0: stroke.x0 / 2,
    y0: stroke.y0 / 2,
    x1: stroke.x1 / 2,
    y1: stroke.y1 / 2,
    radius: stroke.radius / 2,
  };
  fillStroke(u, half, { value: color[1], opacity });
  fillStroke(v, half, { value: color[2], opacity });
}

/** Mixes a value in along a stroke, with one sample of soft edge. */
function fillStroke(
  target: Target,
  at: Stroke,
  { value, opacity }: { value: number; opacity: number },
): void {
  const { radius } = at;
  const { bytes } = target.memory;
  // Shapes thinner than a sample are drawn one sample wide and fainter.
  const reach = Math.max(radius, 0.5) + 0.5;
  const strength = opacity * Math.min(1, radius * 2) * 256;
  const dx = at.x1 - at.x0;
  const dy = at.y1 - at.y0;
  const length2 = dx * dx + dy * dy || 1;
  const top = Math.max(0, Math.floor(Math.min(at.y0, at.y1) - reach));
  const bottom = Math.min(target.height - 1, Math.ceil(Math.max(at.y0, at.y1) + reach));
  for (let row = top; row <= bottom; row += 1) {
    const y = row + 0.5;
    // Only the part of the segment near this row determines the columns to visit.
    const near = clamp01(
      dy === 0 ? 0 : Math.min((y - reach - at.y0) / dy, (y + reach - at.y0) / dy),
    );
    const far = clamp01(
      dy === 0 ? 1 : Math.max((y - reach - at.y0) / dy, (y + reach - at.y0) / dy),
    );
    const xa = at.x0 + dx * near;
    const xb = at.x0 + dx * far;
    const left = Math.max(0, Math.floor(Math.min(xa, xb) - reach));
    const right = Math.min(target.width - 1, Math.ceil(Math.max(xa, xb) + reach));
    for (let column = left; column <= right; column += 1) {
      const x = column + 0.5;
      const along = clamp01(((x - at.x0) * dx + (y - at.y0) * dy) / length2);
      const offX = x - at.x0 - dx * along;
      const offY = y - at.y0 - dy * along;
      const distance = Math.sqrt(offX * offX + offY * offY);
      const alpha = Math.min(1, reach - distance) * strength;
      if (alpha <= 0) continue;
      const index = target.address + row * target.width + column;
      const old = bytes[index] ?? 0;
      bytes[index] = old + (((value - old) * alpha + 128) >> 8);
    }
  }
}

function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
