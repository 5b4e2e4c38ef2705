/** A video picture in the encoder's format (I420): luma, and chroma at half the resolution. */
import type { Point, Rect, Size } from "../../geometry/shapes.ts";

export interface Plane {
  /** Start of the plane in the buffer. */
  offset: number;
  stride: number;
  /** Picture pixels per plane pixel, in either direction. */
  step: 1 | 2;
}

export interface VideoPlanes {
  bytes: Uint8ClampedArray<ArrayBuffer>;
  planes: readonly [Plane, Plane, Plane];
  /** Bytes of the picture. The rest of the buffer is scratch space. */
  length: number;
}

/** Limited range (ITU-R BT.709, 4.6): black, white, and neutral chroma. */
const BLACK = 16;
const WHITE = 235;
const NO_COLOUR = 128;

/** Creates a black picture of even size. */
export function createVideoPlanes({ width, height }: Size): VideoPlanes {
  const luma = width * height;
  const length = luma * 1.5;
  // Scratch space for NV12 chroma until it is split.
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
    const { x, y, width, height } = enclosingPixels(inPlane(area, step));
    for (let row = y; row < y + height; row += 1) {
      const start = offset + row * stride + x;
      bytes.fill(index === 0 ? WHITE : NO_COLOUR, start, start + width);
    }
  }
}

/** Halves the brightness of an area. */
export function darken({ bytes, planes: [{ offset, stride }] }: VideoPlanes, area: Rect): void {
  for (let row = area.y; row < area.y + area.height; row += 1) {
    const start = offset + row * stride + area.x;
    for (let at = start; at < start + area.width; at += 1) {
      bytes[at] = ((bytes[at] ?? 0) + BLACK) / 2;
    }
  }
}

/** The smallest rectangle of whole pixels around an area. */
function enclosingPixels({ x, y, width, height }: Rect): Rect {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width) - left,
    height: Math.ceil(y + height) - top,
  };
}

/** Converts an area to a plane's own pixels. */
export function inPlane({ x, y, width, height }: Rect, step: number): Rect {
  return { x: x / step, y: y / step, width: width / step, height: height / step };
}

/** Luma weights of red and blue (ITU-R BT.601 and BT.709). */
const WEIGHTS = {
  smpte170m: { red: 0.299, blue: 0.114 },
  bt470bg: { red: 0.299, blue: 0.114 },
  bt709: { red: 0.2126, blue: 0.0722 },
};

export type Matrix = keyof typeof WEIGHTS;

/** Whether pictures with this matrix can be composed from planes. */
export function isKnownMatrix(matrix: string | null): matrix is Matrix {
  return matrix !== null && matrix in WEIGHTS;
}

/** Writes painted pixels at an even position of the picture. */
export function putPixels(
  { bytes, planes: [luma, blueness, redness] }: VideoPlanes,
  { data, width, height }: ImageData,
  { at, matrix }: { at: Point; matrix: Matrix },
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
