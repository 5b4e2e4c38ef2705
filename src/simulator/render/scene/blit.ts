/** Drawing one plane onto another: sub-pixel moves and zooms, only where there is something to draw. */
import { BLOCK, type Plane } from "./planes.ts";
import { copyRun, mixRows, mixRun, mixSoftRun, ONE_SAMPLE } from "./runs.ts";

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
    step: Math.round(step * ONE_SAMPLE),
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
    job.start = Math.round(((0.5 - left) * step - 0.5) * ONE_SAMPLE);
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
    const low = Math.max(0, Math.ceil((begin * BLOCK * ONE_SAMPLE - start) / step));
    const end =
      block >= blocks
        ? Math.floor((plane.width * ONE_SAMPLE - start) / step)
        : Math.ceil((block * BLOCK * ONE_SAMPLE - start) / step);
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
