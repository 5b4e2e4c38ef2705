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
  dot(x: number, y: number, radius: number, color: Yuv, opacity: number): void;
  /** Draws a thin, soft straight line. */
  streak(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    thickness: number,
    color: Yuv,
    opacity: number,
  ): void;
}

/** Maximum width of an image, in luma pixels. */
const WIDEST = 4096;

/** Creates a black frame. Width and height must be even. */
export function createFrame(width: number, height: number): Frame {
  const size = width * height;
  const memory = createPixelMemory();
  const address = memory.reserve((size * 3) / 2);
  const scratch = memory.reserve(WIDEST * 2);
  const luma: Target = { memory, width, height, address, scratch };
  const half = { memory, width: width / 2, height: height / 2, scratch };
  const u: Target = { ...half, address: address + size };
  const v: Target = { ...half, address: address + (size * 5) / 4 };
  return {
    width,
    height,
    get planes() {
      const data = memory.bytes.subarray(address, address + (size * 3) / 2);
      return { format: "I420" as const, data };
    },
    draw: (image, place) => drawImage(luma, u, v, image, place),
    dot: (x, y, radius, color, opacity) => {
      const bounds = { x0: x, y0: y, x1: x, y1: y };
      stroke(luma, bounds, radius, color[0], opacity);
      if (isNeutral(color) && radius < 1.5) return;
      strokeChroma(u, v, bounds, radius, color, opacity);
    },
    streak: (x0, y0, x1, y1, thickness, color, opacity) => {
      const bounds = { x0, y0, x1, y1 };
      stroke(luma, bounds, thickness / 2, color[0], opacity);
      if (isNeutral(color) && thickness < 3) return;
      strokeChroma(u, v, bounds, thickness / 2, color, opacity);
    },
  };
}

function drawImage(
  luma: Target,
  u: Target,
  v: Target,
  image: PlanarImage,
  place: ImagePlacement,
): void {
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
  const lastRow = fromRow.reduce((most, row) => Math.max(most, row));
  return { fromRow, block, firstRow, lastRow };
}

/** Thin shapes without much colour are drawn in luma only; the difference is not visible. */
function isNeutral([, u, v]: Yuv): boolean {
  return Math.abs(u - 128) < 9 && Math.abs(v - 128) < 9;
}

interface Segment {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

function strokeChroma(
  u: Target,
  v: Target,
  at: Segment,
  radius: number,
  color: Yuv,
  opacity: number,
): void {
  const half = { x0: at.x0 / 2, y0: at.y0 / 2, x1: at.x1 / 2, y1: at.y1 / 2 };
  stroke(u, half, radius / 2, color[1], opacity);
  stroke(v, half, radius / 2, color[2], opacity);
}

/** Mixes a value in along a segment, with one sample of soft edge. A segment of length 0 is a dot. */
function stroke(target: Target, at: Segment, radius: number, value: number, opacity: number): void {
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
