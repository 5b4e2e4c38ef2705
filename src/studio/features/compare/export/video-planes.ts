/** A video's picture as an encoder wants it: brightness, and colours at half the size (I420). */
import type { Rect, Size } from "../stage/geometry.ts";

export interface Plane {
  /** In the buffer. */
  offset: number;
  stride: number;
  /** How many pixels of the picture one of the plane covers, in either direction. */
  step: 1 | 2;
}

export interface VideoPlanes {
  bytes: Uint8ClampedArray<ArrayBuffer>;
  planes: readonly [Plane, Plane, Plane];
  /** Bytes of the picture; what follows is room to work in. */
  length: number;
}

/** Limited range (ITU-R BT.709, 4.6): black, white, and no colour. */
const BLACK = 16;
const WHITE = 235;
const NO_COLOUR = 128;

/** A black picture of even size. */
export function createVideoPlanes({ width, height }: Size): VideoPlanes {
  const luma = width * height;
  const length = luma * 1.5;
  // NV12 colours lie in the room behind until they are taken apart.
  const bytes = new Uint8ClampedArray(length + luma / 2);
  bytes.fill(BLACK, 0, luma).fill(NO_COLOUR, luma);
  const colour = (offset: number): Plane => ({ offset, stride: width / 2, step: 2 });
  return {
    bytes,
    length,
    planes: [{ offset: 0, stride: width, step: 1 }, colour(luma), colour(luma * 1.25)],
  };
}

/** Fills an area with white. */
export function fillWhite({ bytes, planes }: VideoPlanes, area: Rect): void {
  for (const [index, { offset, stride, step }] of planes.entries()) {
    const { x, y, width, height } = around(inPlane(area, step));
    for (let row = y; row < y + height; row += 1) {
      const start = offset + row * stride + x;
      bytes.fill(index === 0 ? WHITE : NO_COLOUR, start, start + width);
    }
  }
}

/** Makes an area half as bright. */
export function darken({ bytes, planes: [{ offset, stride }] }: VideoPlanes, area: Rect): void {
  for (let row = area.y; row < area.y + area.height; row += 1) {
    const start = offset + row * stride + area.x;
    for (let at = start; at < start + area.width; at += 1) {
      bytes[at] = ((bytes[at] ?? 0) + BLACK) / 2;
    }
  }
}

/** The whole pixels that an area touches. */
function around({ x, y, width, height }: Rect): Rect {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width) - left,
    height: Math.ceil(y + height) - top,
  };
}

/** An area of the picture in a plane's own pixels. */
export function inPlane({ x, y, width, height }: Rect, step: number): Rect {
  return { x: x / step, y: y / step, width: width / step, height: height / step };
}

/** Red and blue of these weights make the brightness (ITU-R BT.601 and BT.709). */
const WEIGHTS = {
  smpte170m: { red: 0.299, blue: 0.114 },
  bt470bg: { red: 0.299, blue: 0.114 },
  bt709: { red: 0.2126, blue: 0.0722 },
};

export type Matrix = keyof typeof WEIGHTS;

/** Whether pictures of these colours can be composed here. */
export function isKnownMatrix(matrix: string | null): matrix is Matrix {
  return matrix !== null && matrix in WEIGHTS;
}

/** Puts painted pixels at an even place of the picture. */
export function putPixels(
  { bytes, planes: [luma, blueness, redness] }: VideoPlanes,
  { data, width, height }: ImageData,
  at: { x: number; y: number },
  matrix: Matrix,
): void {
  const { red: wr, blue: wb } = WEIGHTS[matrix];
  const wg = 1 - wr - wb;
  for (let y = 0; y < height; y += 1) {
    const row = luma.offset + (at.y + y) * luma.stride + at.x;
    const colourRow = ((at.y + y) >> 1) * blueness.stride + (at.x >> 1);
    for (let x = 0; x < width; x += 1) {
      const pixel = (y * width + x) * 4;
      const red = data[pixel] ?? 0;
      const blue = data[pixel + 2] ?? 0;
      const light = wr * red + wg * (data[pixel + 1] ?? 0) + wb * blue;
      bytes[row + x] = BLACK + (light * 219) / 255;
      if ((x | y) & 1) continue;
      const place = colourRow + (x >> 1);
      bytes[blueness.offset + place] = NO_COLOUR + ((blue - light) * 112) / 255 / (1 - wb);
      bytes[redness.offset + place] = NO_COLOUR + ((red - light) * 112) / 255 / (1 - wr);
    }
  }
}
