/**
 * Pictures as the encoder wants them: BT.709 limited range, luma full size, chroma half, each plane
 * with its own alpha. Composing in this form saves the read-back and the colour conversion of every frame.
 */

/** Samples of one plane, premultiplied by alpha. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** Bytes from row to row; a multiple of 4, with room for one sample beyond the width. */
  readonly stride: number;
  readonly value: Uint8Array;
  readonly alpha: Uint8Array;
  /** The same bytes, four at a time. */
  readonly valueWords: Uint32Array;
  readonly alphaWords: Uint32Array;
  /** For each block of a row: 0 nothing there, 1 partly, 2 opaque. */
  readonly cover: Uint8Array;
  readonly blocks: number;
}

/** A picture with alpha in three planes. */
export interface PlanarImage {
  readonly width: number;
  readonly height: number;
  readonly y: Plane;
  readonly u: Plane;
  readonly v: Plane;
}

/** Samples in one block of {@link Plane.cover}. */
export const BLOCK = 16;

/** A colour as luma and chroma samples. */
export type Yuv = readonly [y: number, u: number, v: number];

/** BT.709 limited-range samples of an sRGB colour, not rounded. */
export function toYuv(red: number, green: number, blue: number): Yuv {
  return [
    16 + 0.182586 * red + 0.614231 * green + 0.062007 * blue,
    128 - 0.100644 * red - 0.338572 * green + 0.439216 * blue,
    128 + 0.439216 * red - 0.398942 * green - 0.040274 * blue,
  ];
}

/** Turns premultiplied RGBA into planes. Width and height must be even. */
export function planarFromRgba(rgba: Uint8Array, width: number, height: number): PlanarImage {
  const half = width / 2;
  const y = emptyPlane(width, height);
  const u = emptyPlane(half, height / 2);
  const v = emptyPlane(half, height / 2);
  for (let row = 0; row < height; row += 1) fillLumaRow(rgba, width, row, y);
  for (let row = 0; row < height / 2; row += 1) fillChromaRow(rgba, width, row, u, v);
  for (const plane of [y, u, v]) measureCover(plane);
  return { width, height, y, u, v };
}

/** A plane of the given size with nothing on it; call {@link measureCover} when it is filled. */
export function emptyPlane(width: number, height: number): Plane {
  const stride = (width + 8) & ~3;
  const blocks = Math.ceil(width / BLOCK);
  // One row more than there are, so that the lower neighbour of the last row exists.
  const value = new Uint8Array(stride * (height + 1));
  const alpha = new Uint8Array(stride * (height + 1));
  return {
    width,
    height,
    stride,
    value,
    alpha,
    valueWords: new Uint32Array(value.buffer),
    alphaWords: new Uint32Array(alpha.buffer),
    cover: new Uint8Array(blocks * (height + 1)),
    blocks,
  };
}

/** Repeats the last samples beyond the edges and notes which blocks are empty or opaque. */
export function measureCover(plane: Plane): void {
  const { width, height, stride, value, alpha, cover, blocks } = plane;
  for (let row = 0; row < height; row += 1) {
    const end = row * stride + width;
    value.fill(value[end - 1] ?? 0, end, (row + 1) * stride);
    alpha.fill(alpha[end - 1] ?? 0, end, (row + 1) * stride);
    for (let block = 0; block < blocks; block += 1) {
      const from = row * stride + block * BLOCK;
      // One sample further than the block: its last sample is mixed with the next one.
      const to = Math.min(from + BLOCK + 1, (row + 1) * stride);
      let least = 255;
      let most = 0;
      for (let index = from; index < to; index += 1) {
        const a = alpha[index] ?? 0;
        if (a < least) least = a;
        if (a > most) most = a;
      }
      cover[row * blocks + block] = most === 0 ? 0 : least === 255 ? 2 : 1;
    }
  }
  value.copyWithin(height * stride, (height - 1) * stride, height * stride);
  alpha.copyWithin(height * stride, (height - 1) * stride, height * stride);
  cover.copyWithin(height * blocks, (height - 1) * blocks, height * blocks);
}

function fillLumaRow(rgba: Uint8Array, width: number, row: number, plane: Plane): void {
  let from = row * width * 4;
  let to = row * plane.stride;
  for (let x = 0; x < width; x += 1) {
    const a = rgba[from + 3] ?? 0;
    if (a !== 0) {
      const r = rgba[from] ?? 0;
      const g = rgba[from + 1] ?? 0;
      const b = rgba[from + 2] ?? 0;
      // 16.16 fixed point of the first row of toYuv; 16 · 65536 / 255 = 4112 a step of alpha.
      plane.value[to] = (11966 * r + 40254 * g + 4064 * b + 4112 * a + 32768) >> 16;
      plane.alpha[to] = a;
    }
    from += 4;
    to += 1;
  }
}

function fillChromaRow(rgba: Uint8Array, width: number, row: number, u: Plane, v: Plane): void {
  const below = width * 4;
  let from = row * 2 * below;
  let to = row * u.stride;
  for (let x = 0; x < width; x += 2) {
    const a = sumOfFour(rgba, from + 3, below);
    if (a !== 0) {
      const r = sumOfFour(rgba, from, below);
      const g = sumOfFour(rgba, from + 1, below);
      const b = sumOfFour(rgba, from + 2, below);
      const neutral = 32896 * a + 131072;
      u.value[to] = (-6596 * r - 22189 * g + 28784 * b + neutral) >> 18;
      v.value[to] = (28784 * r - 26145 * g - 2639 * b + neutral) >> 18;
      u.alpha[to] = v.alpha[to] = (a + 2) >> 2;
    }
    from += 8;
    to += 1;
  }
}

function sumOfFour(bytes: Uint8Array, at: number, below: number): number {
  return (
    (bytes[at] ?? 0) +
    (bytes[at + 4] ?? 0) +
    (bytes[at + below] ?? 0) +
    (bytes[at + below + 4] ?? 0)
  );
}
