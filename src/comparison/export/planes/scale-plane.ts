/**
 * Scales up one plane of a picture like a canvas with high smoothing quality: Mitchell and Netravali's cubic filter
 * ("Reconstruction filters in computer graphics", 1988; B = C = 1/3). Using a canvas would convert every picture to RGB
 * and back.
 */
import type { Rect, Size } from "../../geometry/shapes.ts";

/** The position of the scaled plane in a larger buffer. */
export interface PlanePlace {
  bytes: Uint8ClampedArray;
  /** Offset of the first byte of the scaled plane. */
  offset: number;
  stride: number;
}

/** Scales up the part of a plane that the area covers. */
export type ScalePlane = (source: Uint8Array, target: PlanePlace, area: Rect) => void;

const TAPS = 4;
/** Weights are integers in units of 1/256. */
const ONE = 256;

/** For each target position along one axis: the source positions and their weights. */
interface Taps {
  from: Int32Array;
  weights: Int32Array;
}

/** Creates a scaler from one size to another. */
export function createPlaneScaler(source: Size, target: Size): ScalePlane {
  const across = tapsFor(source.width, target.width);
  const down = tapsFor(source.height, target.height);
  // Horizontally scaled rows. Each target row blends four of them.
  const rows = Array.from({ length: TAPS }, () => new Int32Array(target.width));
  return (bytes, place, area) => {
    const held = new Int32Array(TAPS).fill(-1);
    const rowOf = (row: number): Int32Array => {
      const slot = row % TAPS;
      const kept = rows[slot] ?? new Int32Array();
      if (held[slot] !== row) {
        held[slot] = row;
        enlargeRow(bytes.subarray(row * source.width), kept, { taps: across, area });
      }
      return kept;
    };
    for (let y = area.y; y < area.y + area.height; y += 1) {
      const at = y * TAPS;
      const lines = [0, 1, 2, 3].map((tap) => rowOf(down.from[at + tap] ?? 0));
      const weights = down.weights.subarray(at, at + TAPS);
      blendRows(lines, weights, { place, y, area });
    }
  };
}

function enlargeRow(
  source: Uint8Array,
  row: Int32Array,
  { taps: { from, weights }, area }: { taps: Taps; area: Rect },
) {
  const end = (area.x + area.width) * TAPS;
  for (let at = area.x * TAPS, x = area.x; at < end; at += TAPS, x += 1) {
    row[x] =
      (source[from[at] ?? 0] ?? 0) * (weights[at] ?? 0) +
      (source[from[at + 1] ?? 0] ?? 0) * (weights[at + 1] ?? 0) +
      (source[from[at + 2] ?? 0] ?? 0) * (weights[at + 2] ?? 0) +
      (source[from[at + 3] ?? 0] ?? 0) * (weights[at + 3] ?? 0);
  }
}

function blendRows(
  [a = NONE, b = NONE, c = NONE, d = NONE]: Int32Array[],
  [wa = 0, wb = 0, wc = 0, wd = 0]: Int32Array,
  { place: { bytes, offset, stride }, y, area }: { place: PlanePlace; y: number; area: Rect },
) {
  const start = offset + y * stride;
  const end = area.x + area.width;
  for (let x = area.x; x < end; x += 1) {
    const sum = (a[x] ?? 0) * wa + (b[x] ?? 0) * wb + (c[x] ?? 0) * wc + (d[x] ?? 0) * wd;
    bytes[start + x] = (sum + (ONE * ONE) / 2) >> 16;
  }
}

const NONE = new Int32Array();

/** Positions beyond an edge repeat the edge. */
function tapsFor(source: number, target: number): Taps {
  const taps = { from: new Int32Array(target * TAPS), weights: new Int32Array(target * TAPS) };
  for (let place = 0; place < target; place += 1) {
    const centre = ((place + 0.5) * source) / target - 0.5;
    const first = Math.floor(centre) - 1;
    let rest = ONE;
    for (let tap = 0; tap < TAPS; tap += 1) {
      const weight = Math.round(ONE * mitchell(Math.abs(centre - first - tap)));
      taps.from[place * TAPS + tap] = Math.min(Math.max(first + tap, 0), source - 1);
      taps.weights[place * TAPS + tap] = weight;
      rest -= weight;
    }
    // The weights must sum to `ONE`, so that rounding does not change the brightness of flat areas.
    taps.weights[place * TAPS + 1] = (taps.weights[place * TAPS + 1] ?? 0) + rest;
  }
  return taps;
}

/** The filter's weight at a distance from 0 to 2, where it ends. */
function mitchell(x: number): number {
  if (x < 1) return (7 * x ** 3 - 12 * x ** 2 + 16 / 3) / 6;
  return ((-7 / 3) * x ** 3 + 12 * x ** 2 - 20 * x + 32 / 3) / 6;
}
