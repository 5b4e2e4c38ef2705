/** Drawing one plane onto another: sub-pixel moves and zooms, only where there is something to draw. */
import { BLOCK, type Plane } from "./planes.ts";

/** A plane that is drawn upon. */
export interface Target {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Where a plane lands on its target, in the target's samples. */
export interface Placement {
  /** Where the plane's left and upper edge come to lie. */
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  /** 0 to 1. */
  readonly opacity: number;
  /** Target rows to draw, first to before last. */
  readonly fromRow: number;
  readonly toRow: number;
  /** Sideways shift of each target row, for ripples and wind; in target samples. */
  readonly sway?: ((row: number) => number) | undefined;
}

/** Positions are kept in 1/65536 of a sample. */
const ONE = 65536;

/** Scratch rows, grown as needed: a blit allocates nothing. */
let rowValue = new Uint32Array(1024);
let rowAlpha = new Uint32Array(1024);

/** Draws a plane over a target. */
export function blitPlane(target: Target, plane: Plane, place: Placement): void {
  const step = 1 / place.scale;
  const strength = Math.round(place.opacity * 256);
  if (strength <= 0) return;
  if (rowValue.length * 4 < plane.stride) {
    rowValue = new Uint32Array(plane.stride);
    rowAlpha = new Uint32Array(plane.stride);
  }
  const first = Math.max(0, place.fromRow, Math.floor(place.top));
  const end = Math.min(
    target.height,
    place.toRow,
    Math.ceil(place.top + plane.height * place.scale),
  );
  for (let row = first; row < end; row += 1) {
    const at = (row + 0.5 - place.top) * step - 0.5;
    const from = Math.min(plane.height - 1, Math.max(0, Math.floor(at)));
    const weight = Math.min(256, Math.max(0, Math.round((at - from) * 256)));
    const left = place.left + (place.sway?.(row) ?? 0);
    const start = Math.round(((0.5 - left) * step - 0.5) * ONE);
    blitRow(target, row, plane, from, weight, start, Math.round(step * ONE), strength);
  }
}

/** One row: finds runs of blocks of one kind and draws each the cheapest way. */
function blitRow(
  target: Target,
  row: number,
  plane: Plane,
  from: number,
  weight: number,
  start: number,
  step: number,
  strength: number,
): void {
  const { cover, blocks } = plane;
  const upper = from * blocks;
  let block = 0;
  while (block < blocks) {
    const kind = kindOf(cover, upper + block, blocks);
    const begin = block;
    do block += 1;
    while (block < blocks && kindOf(cover, upper + block, blocks) === kind);
    if (kind === 0) continue;
    const isLast = block >= blocks;
    const x0 = Math.ceil((begin * BLOCK * ONE - start) / step);
    const x1 = isLast
      ? Math.floor((plane.width * ONE - start) / step)
      : Math.ceil((block * BLOCK * ONE - start) / step);
    const low = Math.max(0, x0);
    const high = Math.min(target.width, x1);
    if (low >= high) continue;
    const sourceEnd = Math.min(plane.stride, isLast ? plane.stride : block * BLOCK + 4);
    const to = row * target.width;
    const position = start + low * step;
    if (kind === 2 && strength === 256) {
      const value = verticalMix(
        plane.value,
        plane.stride,
        from,
        weight,
        begin * BLOCK,
        sourceEnd,
        rowValue,
      );
      copyRun(target.data, to + low, to + high, value, position, step);
    } else {
      const value = verticalMix(
        plane.value,
        plane.stride,
        from,
        weight,
        begin * BLOCK,
        sourceEnd,
        rowValue,
      );
      const alpha = verticalMix(
        plane.alpha,
        plane.stride,
        from,
        weight,
        begin * BLOCK,
        sourceEnd,
        rowAlpha,
      );
      mixRun(target.data, to + low, to + high, value, alpha, position, step, strength);
    }
  }
}

/** 0 when both rows are empty, 2 when both are opaque, else 1. */
function kindOf(cover: Uint8Array, at: number, blocks: number): number {
  const a = cover[at] ?? 0;
  return a === (cover[at + blocks] ?? 0) ? a : 1;
}

/** The samples of one row, or of two rows mixed, four at a time; indexed like a row of the plane. */
function verticalMix(
  bytes: Uint8Array,
  stride: number,
  from: number,
  weight: number,
  begin: number,
  end: number,
  scratch: Uint32Array,
): Uint8Array {
  const offset = from * stride;
  if (weight === 0) return bytes.subarray(offset, offset + stride);
  if (weight === 256) return bytes.subarray(offset + stride, offset + stride * 2);
  const words = new Uint32Array(bytes.buffer, offset, stride / 2);
  const lower = stride >> 2;
  const rest = 256 - weight;
  const last = (end + 3) >> 2;
  for (let index = begin >> 2; index < last; index += 1) {
    const a = words[index] ?? 0;
    const b = words[index + lower] ?? 0;
    const even = Math.imul(a & 0xff00ff, rest) + Math.imul(b & 0xff00ff, weight) + 0x800080;
    const odd =
      Math.imul((a >>> 8) & 0xff00ff, rest) + Math.imul((b >>> 8) & 0xff00ff, weight) + 0x800080;
    scratch[index] = ((even >>> 8) & 0xff00ff) | (odd & 0xff00ff00);
  }
  return new Uint8Array(scratch.buffer, 0, stride);
}

function copyRun(
  to: Uint8Array,
  low: number,
  high: number,
  value: Uint8Array,
  start: number,
  step: number,
): void {
  if (step === ONE) {
    const from = start >> 16;
    const fraction = (start >> 8) & 255;
    if (fraction === 0) {
      to.set(value.subarray(from, from + high - low), low);
      return;
    }
    let near = value[from] ?? 0;
    for (let x = low, at = from + 1; x < high; x += 1, at += 1) {
      const next = value[at] ?? 0;
      to[x] = near + (((next - near) * fraction + 128) >> 8);
      near = next;
    }
    return;
  }
  let position = start;
  for (let x = low; x < high; x += 1) {
    const at = position >> 16;
    const near = value[at] ?? 0;
    to[x] = near + ((((value[at + 1] ?? 0) - near) * ((position >> 8) & 255) + 128) >> 8);
    position += step;
  }
}

function mixRun(
  to: Uint8Array,
  low: number,
  high: number,
  value: Uint8Array,
  alpha: Uint8Array,
  start: number,
  step: number,
  strength: number,
): void {
  let position = start;
  for (let x = low; x < high; x += 1) {
    const at = position >> 16;
    const fraction = (position >> 8) & 255;
    position += step;
    const nearAlpha = alpha[at] ?? 0;
    let a = (nearAlpha << 8) + ((alpha[at + 1] ?? 0) - nearAlpha) * fraction;
    if (a === 0) continue;
    const near = value[at] ?? 0;
    let sample = (near << 8) + ((value[at + 1] ?? 0) - near) * fraction;
    if (strength !== 256) {
      a = (a * strength) >> 8;
      sample = (sample * strength) >> 8;
    }
    // 65280 is an alpha of one here; 257/65536 stands in for 1/255.
    to[x] = (sample + (((((to[x] ?? 0) * (65280 - a)) >> 8) * 257) >> 8) + 128) >> 8;
  }
}
