/** Draws one plane onto another with sub-pixel shifts and zooms, skipping empty parts. */
import { ONE_SAMPLE } from "./kernels/pixel-kernels.ts";
import type { PixelMemory } from "./pixel-memory.ts";
import { BLOCK, type Plane } from "./planes.ts";

/** The plane that is drawn onto. */
export interface Target {
  readonly memory: PixelMemory;
  readonly width: number;
  readonly height: number;
  /** Address of its samples; rows have no padding. */
  readonly address: number;
  /** Address of a buffer for mixing one row of any image. */
  readonly scratch: number;
}

/** Position of a plane on its target, in target samples. */
export interface Placement {
  /** Position of the plane's left and upper edge. */
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  /** 0 to 1. */
  readonly opacity: number;
  /** Horizontal shift of each target row in samples, for ripples and wind. */
  readonly sway?: ((row: number) => number) | undefined;
  readonly hidden?: Hidden | undefined;
}

/** For each block of columns, the first target row from which nearer layers cover everything. */
export interface Hidden {
  readonly fromRow: Int32Array;
  /** Columns per block. */
  readonly block: number;
  /** Minimum and maximum of these rows: above the first nothing is hidden, below the last everything. */
  readonly firstRow: number;
  readonly lastRow: number;
}

export function blitPlane(target: Target, plane: Plane, place: Placement): void {
  const step = 1 / place.scale;
  const strength = Math.round(place.opacity * 256);
  if (strength <= 0) return;
  const first = Math.max(0, Math.floor(place.top));
  const end = Math.min(
    target.height,
    Math.ceil(place.top + plane.height * place.scale),
    place.hidden?.lastRow ?? target.height,
  );
  const job: RowJob = {
    target,
    plane,
    address: target.memory.addressOf(plane),
    row: 0,
    from: 0,
    weight: 0,
    start: 0,
    step: Math.round(step * ONE_SAMPLE),
    strength,
    hidden: place.hidden,
  };
  for (let row = first; row < end; row += 1) {
    const at = (row + 0.5 - place.top) * step - 0.5;
    job.row = row;
    job.from = Math.min(plane.height - 1, Math.max(0, Math.floor(at)));
    job.weight = Math.min(128, Math.max(0, Math.round((at - job.from) * 128)));
    const left = place.left + (place.sway?.(row) ?? 0);
    job.start = Math.round(((0.5 - left) * step - 0.5) * ONE_SAMPLE);
    blitRow(job);
  }
}

/** One row to draw. */
interface RowJob {
  target: Target;
  plane: Plane;
  /** Address of the plane's pairs. */
  address: number;
  /** The target row, and the upper of the two plane rows that are mixed; `weight` is in 1/128. */
  row: number;
  from: number;
  weight: number;
  /** Position in the plane of the first target sample, and the step between samples. */
  start: number;
  step: number;
  strength: number;
  hidden: Hidden | undefined;
}

/** Draws the visible parts of a row's runs. */
function blitRow(job: RowJob): void {
  const { target, plane, from, start, step } = job;
  const { runs, firstRun, blocks } = plane;
  const end = firstRun[from + 1] ?? 0;
  for (let run = firstRun[from] ?? 0; run < end; run += 2) {
    const begin = (runs[run] ?? 0) * BLOCK;
    const until = runs[run + 1] ?? 0;
    const low = Math.max(0, Math.ceil((begin * ONE_SAMPLE - start) / step));
    const last =
      until >= blocks
        ? Math.floor((plane.width * ONE_SAMPLE - start) / step)
        : Math.ceil((until * BLOCK * ONE_SAMPLE - start) / step);
    const high = Math.min(target.width, last);
    if (low >= high) continue;
    drawVisible(job, low, high);
  }
}

/** Draws the part of a run that nearer layers do not cover. */
function drawVisible(job: RowJob, low: number, high: number): void {
  const { row, hidden } = job;
  if (!hidden || row < hidden.firstRow) {
    drawSpan(job, low, high);
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
    drawSpan(job, x, Math.min(high, at * block));
    x = at * block;
  }
}

function drawSpan(job: RowJob, low: number, high: number): void {
  const { target, plane, weight, start, step } = job;
  const { kernels } = target.memory;
  const rowBytes = plane.stride * 2;
  const position = start + low * step;
  let from = job.address + (weight === 128 ? job.from + 1 : job.from) * rowBytes;
  if (weight !== 0 && weight !== 128) {
    const begin = (position >> 16) * 2;
    const byteCount = ((start + (high - 1) * step) >> 16) * 2 + 4 - begin;
    const to = target.scratch + begin;
    kernels.mixRows(from + begin, from + rowBytes + begin, to, byteCount, weight);
    from = target.scratch;
  }
  const to = target.address + job.row * target.width + low;
  kernels.blendRow(to, high - low, from, position, step, job.strength);
}
