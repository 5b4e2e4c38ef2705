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
  /** Sideways shift of each target row, for ripples and wind; in target samples. */
  readonly sway?: ((row: number) => number) | undefined;
  readonly hidden?: Hidden | undefined;
  /** For images without detail: take the nearest sample, which is a third of the work. */
  readonly isSoft?: boolean | undefined;
}

/** For each block of columns, the target row from which on nearer layers will cover everything. */
export interface Hidden {
  readonly fromRow: Int32Array;
  /** Columns in a block. */
  readonly block: number;
  /** The greatest of these rows: nothing is to be drawn from there on. */
  readonly lastRow: number;
}

/** Positions are kept in 1/65536 of a sample. */
const ONE = 65536;

/** Scratch rows, grown as needed: a blit allocates next to nothing. */
let mixedValue = new Uint32Array(1024);
let mixedAlpha = new Uint32Array(1024);
let mixedValueBytes = new Uint8Array(mixedValue.buffer);
let mixedAlphaBytes = new Uint8Array(mixedAlpha.buffer);

function growScratch(bytes: number): void {
  if (mixedValueBytes.length >= bytes) return;
  mixedValue = new Uint32Array(bytes / 4);
  mixedAlpha = new Uint32Array(bytes / 4);
  mixedValueBytes = new Uint8Array(mixedValue.buffer);
  mixedAlphaBytes = new Uint8Array(mixedAlpha.buffer);
}

/** Draws a plane over a target. */
export function blitPlane(target: Target, plane: Plane, place: Placement): void {
  const step = 1 / place.scale;
  const strength = Math.round(place.opacity * 256);
  if (strength <= 0) return;
  growScratch(plane.stride);
  const first = Math.max(0, Math.floor(place.top));
  const end = Math.min(
    target.height,
    Math.ceil(place.top + plane.height * place.scale),
    place.hidden?.lastRow ?? target.height,
  );
  const job: RowJob = {
    target,
    plane,
    row: 0,
    from: 0,
    weight: 0,
    start: 0,
    step: Math.round(step * ONE),
    strength,
    hidden: place.hidden,
    isSoft: place.isSoft ?? false,
  };
  for (let row = first; row < end; row += 1) {
    const at = (row + 0.5 - place.top) * step - 0.5;
    job.row = row;
    job.from = Math.min(plane.height - 1, Math.max(0, Math.floor(at)));
    const weight = Math.min(256, Math.max(0, Math.round((at - job.from) * 256)));
    job.weight = job.isSoft ? 0 : weight;
    const left = place.left + (place.sway?.(row) ?? 0);
    job.start = Math.round(((0.5 - left) * step - 0.5) * ONE);
    blitRow(job);
  }
}

/** One row of a plane about to be drawn. */
interface RowJob {
  target: Target;
  plane: Plane;
  /** Target row, and the plane's upper row of the two that are mixed, by weight in 256. */
  row: number;
  from: number;
  weight: number;
  /** Position in the plane of the target's first sample, and from sample to sample. */
  start: number;
  step: number;
  strength: number;
  hidden: Hidden | undefined;
  isSoft: boolean;
}

/** Finds runs of blocks of one kind, and of those the parts that will be seen. */
function blitRow(job: RowJob): void {
  const { target, plane, from, start, step } = job;
  const { cover, blocks } = plane;
  const upper = from * blocks;
  let block = 0;
  while (block < blocks) {
    const kind = kindOf(cover, upper + block, blocks);
    const begin = block;
    do block += 1;
    while (block < blocks && kindOf(cover, upper + block, blocks) === kind);
    if (kind === 0) continue;
    const low = Math.max(0, Math.ceil((begin * BLOCK * ONE - start) / step));
    const end =
      block >= blocks
        ? Math.floor((plane.width * ONE - start) / step)
        : Math.ceil((block * BLOCK * ONE - start) / step);
    const high = Math.min(target.width, end);
    if (low < high) drawVisible(job, low, high, kind === 2 && job.strength === 256);
  }
}

/** Draws what nearer layers leave of a run. */
function drawVisible(job: RowJob, low: number, high: number, isOpaque: boolean): void {
  const { hidden, row } = job;
  if (!hidden) {
    drawSpan(job, low, high, isOpaque);
    return;
  }
  const { fromRow, block } = hidden;
  let x = low;
  while (x < high) {
    let at = Math.floor(x / block);
    if (row >= (fromRow[at] ?? 0)) {
      x = (at + 1) * block;
      continue;
    }
    do at += 1;
    while (at * block < high && row < (fromRow[at] ?? 0));
    drawSpan(job, x, Math.min(high, at * block), isOpaque);
    x = at * block;
  }
}

function drawSpan(job: RowJob, low: number, high: number, isOpaque: boolean): void {
  const { target, plane, from, weight, start, step } = job;
  const position = start + low * step;
  const begin = position >> 16;
  const end = ((start + (high - 1) * step) >> 16) + 2;
  const to = job.row * target.width;
  const isMixed = weight !== 0 && weight !== 256;
  const base = isMixed ? 0 : (weight === 0 ? from : from + 1) * plane.stride;
  if (isMixed) mixRows(plane.valueWords, plane.stride, from, weight, begin, end, mixedValue);
  const value = isMixed ? mixedValueBytes : plane.value;
  if (isOpaque) {
    copyRun(target.data, to + low, to + high, value, base, position, step);
    return;
  }
  if (isMixed) mixRows(plane.alphaWords, plane.stride, from, weight, begin, end, mixedAlpha);
  const alpha = isMixed ? mixedAlphaBytes : plane.alpha;
  const run = job.isSoft ? mixSoftRun : mixRun;
  run(target.data, to + low, to + high, value, alpha, base, position, step, job.strength);
}

/** 0 when both rows are empty, 2 when both are opaque, else 1. */
function kindOf(cover: Uint8Array, at: number, blocks: number): number {
  const a = cover[at] ?? 0;
  return a === (cover[at + blocks] ?? 0) ? a : 1;
}

/** Two rows of a plane mixed into one, four samples at a time. */
function mixRows(
  words: Uint32Array,
  stride: number,
  from: number,
  weight: number,
  begin: number,
  end: number,
  to: Uint32Array,
): void {
  const lower = stride >> 2;
  const offset = from * lower;
  const rest = 256 - weight;
  const last = Math.min(lower, (end + 3) >> 2);
  for (let index = begin >> 2; index < last; index += 1) {
    const a = words[offset + index] ?? 0;
    const b = words[offset + lower + index] ?? 0;
    const even = Math.imul(a & 0xff00ff, rest) + Math.imul(b & 0xff00ff, weight) + 0x800080;
    const odd =
      Math.imul((a >>> 8) & 0xff00ff, rest) + Math.imul((b >>> 8) & 0xff00ff, weight) + 0x800080;
    to[index] = ((even >>> 8) & 0xff00ff) | (odd & 0xff00ff00);
  }
}

function copyRun(
  to: Uint8Array,
  low: number,
  high: number,
  value: Uint8Array,
  base: number,
  start: number,
  step: number,
): void {
  if (step === ONE) {
    const from = base + (start >> 16);
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
    const at = base + (position >> 16);
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
  base: number,
  start: number,
  step: number,
  strength: number,
): void {
  let position = start;
  for (let x = low; x < high; x += 1) {
    const at = base + (position >> 16);
    const fraction = (position >> 8) & 255;
    position += step;
    const nearAlpha = alpha[at] ?? 0;
    let a = (nearAlpha << 8) + ((alpha[at + 1] ?? 0) - nearAlpha) * fraction;
    if (a === 0) continue;
    const near = value[at] ?? 0;
    let sample = (near << 8) + ((value[at + 1] ?? 0) - near) * fraction;
    if (a === 65280 && strength === 256) {
      to[x] = (sample + 128) >> 8;
      continue;
    }
    if (strength !== 256) {
      a = (a * strength) >> 8;
      sample = (sample * strength) >> 8;
    }
    // 65280 is an alpha of one here; 257/65536 stands in for 1/255.
    to[x] = (sample + (((((to[x] ?? 0) * (65280 - a)) >> 8) * 257) >> 8) + 128) >> 8;
  }
}

/** Like {@link mixRun}, with the nearest sample to the left instead of two. */
function mixSoftRun(
  to: Uint8Array,
  low: number,
  high: number,
  value: Uint8Array,
  alpha: Uint8Array,
  base: number,
  start: number,
  step: number,
  strength: number,
): void {
  let position = start;
  for (let x = low; x < high; x += 1) {
    const at = base + (position >> 16);
    position += step;
    const a = (alpha[at] ?? 0) * strength;
    if (a === 0) continue;
    const sample = (value[at] ?? 0) * strength;
    to[x] = (sample + (((((to[x] ?? 0) * (65280 - a)) >> 8) * 257) >> 8) + 128) >> 8;
  }
}
