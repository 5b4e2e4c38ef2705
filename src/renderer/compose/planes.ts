/**
 * Pictures in the encoder's format: BT.709 limited range, luma at full and chroma at half size, each plane
 * with its own alpha. Composing in this format avoids a read-back and colour conversion for every frame.
 */

/** One plane of a picture. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** Samples per row, with one extra beyond the width. */
  readonly stride: number;
  /** Pairs of bytes: a premultiplied sample and its alpha. */
  readonly pairs: Uint8Array;
  /** For each block of a row: 0 empty, 1 partly covered, 2 opaque. */
  readonly cover: Uint8Array;
  readonly blocks: number;
  /** Index in {@link Plane.runs} of each row's first run. The last row's runs end with the list. */
  readonly firstRun: Int32Array;
  /** First and last block (exclusive) of each run in which a row or the row below has content. */
  readonly runs: number[];
}

/** A picture with alpha, in three planes. */
export interface PlanarImage {
  readonly width: number;
  readonly height: number;
  readonly y: Plane;
  readonly u: Plane;
  readonly v: Plane;
}

/** Samples per block of {@link Plane.cover}. */
export const BLOCK = 16;

/** A colour as luma and chroma samples. */
export type Yuv = readonly [y: number, u: number, v: number];

/** Converts an sRGB colour to BT.709 limited range, without rounding. */
export function toYuv(red: number, green: number, blue: number): Yuv {
  return [
    16 + 0.182586 * red + 0.614231 * green + 0.062007 * blue,
    128 - 0.100644 * red - 0.338572 * green + 0.439216 * blue,
    128 + 0.439216 * red - 0.398942 * green - 0.040274 * blue,
  ];
}

/** Converts premultiplied RGBA to planes. Width and height must be even. */
export function planarFromRgba(rgba: Uint8Array, width: number, height: number): PlanarImage {
  const half = width / 2;
  const y = emptyPlane(width, height);
  const u = emptyPlane(half, height / 2);
  const v = emptyPlane(half, height / 2);
  for (let row = 0; row < height; row += 1) fillLumaRow(rgba, row, y);
  for (let row = 0; row < height / 2; row += 1) fillChromaRow(rgba, row, { u, v });
  for (const plane of [y, u, v]) measureCover(plane);
  return { width, height, y, u, v };
}

/** An empty plane. Call {@link measureCover} after filling it. */
export function emptyPlane(width: number, height: number): Plane {
  const stride = (width + 8) & ~3;
  const blocks = Math.ceil(width / BLOCK);
  return {
    width,
    height,
    stride,
    // One extra row, so that the last row has a lower neighbour.
    pairs: new Uint8Array(stride * 2 * (height + 1)),
    cover: new Uint8Array(blocks * (height + 1)),
    blocks,
    firstRun: new Int32Array(height + 1),
    runs: [],
  };
}

/** Repeats the last samples beyond the edges and records which blocks are empty or opaque. */
export function measureCover(plane: Plane): void {
  const { width, height, stride, pairs, cover, blocks } = plane;
  for (let row = 0; row < height; row += 1) {
    const end = (row * stride + width) * 2;
    for (let at = end; at < (row + 1) * stride * 2; at += 1) pairs[at] = pairs[at - 2] ?? 0;
    for (let block = 0; block < blocks; block += 1) {
      const from = row * stride + block * BLOCK;
      // Include the sample after the block, because the block's last sample is interpolated with it.
      const to = Math.min(from + BLOCK + 1, (row + 1) * stride);
      let minAlpha = 255;
      let maxAlpha = 0;
      for (let index = from; index < to; index += 1) {
        const a = pairs[index * 2 + 1] ?? 0;
        if (a < minAlpha) minAlpha = a;
        if (a > maxAlpha) maxAlpha = a;
      }
      cover[row * blocks + block] = maxAlpha === 0 ? 0 : minAlpha === 255 ? 2 : 1;
    }
  }
  pairs.copyWithin(height * stride * 2, (height - 1) * stride * 2, height * stride * 2);
  cover.copyWithin(height * blocks, (height - 1) * blocks, height * blocks);
  findRuns(plane);
}

function findRuns({ height, cover, blocks, firstRun, runs }: Plane): void {
  for (let row = 0; row < height; row += 1) {
    firstRun[row] = runs.length;
    let isInRun = false;
    for (let block = 0; block < blocks; block += 1) {
      const at = row * blocks + block;
      const isFilled = (cover[at] ?? 0) + (cover[at + blocks] ?? 0) > 0;
      if (isFilled !== isInRun) runs.push(block);
      isInRun = isFilled;
    }
    if (isInRun) runs.push(blocks);
  }
  firstRun[height] = runs.length;
}

function fillLumaRow(rgba: Uint8Array, row: number, plane: Plane): void {
  const { width } = plane;
  let from = row * width * 4;
  let to = row * plane.stride * 2;
  for (let x = 0; x < width; x += 1) {
    const a = rgba[from + 3] ?? 0;
    if (a !== 0) {
      const r = rgba[from] ?? 0;
      const g = rgba[from + 1] ?? 0;
      const b = rgba[from + 2] ?? 0;
      // 16.16 fixed point of the first row of toYuv; 16 · 65536 / 255 = 4112 per step of alpha.
      plane.pairs[to] = (11966 * r + 40254 * g + 4064 * b + 4112 * a + 32768) >> 16;
      plane.pairs[to + 1] = a;
    }
    from += 4;
    to += 2;
  }
}

function fillChromaRow(rgba: Uint8Array, row: number, { u, v }: { u: Plane; v: Plane }): void {
  const width = u.width * 2;
  const below = width * 4;
  let from = row * 2 * below;
  let to = row * u.stride * 2;
  for (let x = 0; x < width; x += 2) {
    const a = sumOfFour(rgba, from + 3, below);
    if (a !== 0) {
      const r = sumOfFour(rgba, from, below);
      const g = sumOfFour(rgba, from + 1, below);
      const b = sumOfFour(rgba, from + 2, below);
      const neutral = 32896 * a + 131072;
      u.pairs[to] = (-6596 * r - 22189 * g + 28784 * b + neutral) >> 18;
      v.pairs[to] = (28784 * r - 26145 * g - 2639 * b + neutral) >> 18;
      u.pairs[to + 1] = v.pairs[to + 1] = (a + 2) >> 2;
    }
    from += 8;
    to += 2;
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
