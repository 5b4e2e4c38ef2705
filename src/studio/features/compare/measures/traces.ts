/** What is drawn of a report: a value for each moment of a clip. */
import type { ClipMedia } from "../engine/clip-media.ts";
import type { ClipReport } from "./report.ts";
import { MOMENTARY_S, STEP_S } from "./sound/loudness.ts";

export const LINES = ["sharpness", "motion", "flicker", "loudness"] as const;
export type LineName = (typeof LINES)[number];

export interface Trace {
  /** Seconds of the clip, ascending. */
  times: readonly number[];
  /** One for each time; NaN where nothing can be said. */
  values: Float32Array;
  /** The value that belongs to one of the clip's frames. */
  valueAt(frame: number): number;
}

/** Null where the clip has none: it has no sound, or none that could be read. */
export function traceOf(
  name: LineName,
  report: ClipReport,
  { frameTimes }: ClipMedia,
): Trace | null {
  if (name !== "loudness") {
    const values = report.picture[name];
    return { times: frameTimes, values, valueAt: (frame) => values[frame] ?? Number.NaN };
  }
  if (typeof report.sound === "string") return null;
  const values = report.sound.momentary;
  const middle = MOMENTARY_S / 2;
  return {
    times: Array.from(values, (_, step) => middle + step * STEP_S),
    values,
    valueAt(frame) {
      const step = Math.round(((frameTimes[frame] ?? 0) - middle) / STEP_S);
      return values[Math.min(Math.max(step, 0), values.length - 1)] ?? Number.NaN;
    },
  };
}

export interface TraceSummary {
  average: number;
  highest: number;
  /** Seconds of the clip. */
  highestAt: number;
}

/** Null where there is no value at all. */
export function summarise({ times, values }: Trace): TraceSummary | null {
  let sum = 0;
  let count = 0;
  let highest = Number.NEGATIVE_INFINITY;
  let highestAt = 0;
  for (const [place, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
    if (value > highest) {
      highest = value;
      highestAt = times[place] ?? 0;
    }
  }
  return count > 0 ? { average: sum / count, highest, highestAt } : null;
}

/** What the foot and the top of a chart stand for. */
export interface Scale {
  low: number;
  high: number;
}

/** Loudness below this is not told apart. */
const QUIET_LUFS = -60;
/** Above the highest value there is room for what the edge stands for. */
const HEADROOM = 1.25;
/** Less than this is not blown up to fill a chart. */
const LEAST_HIGH = { sharpness: 20, motion: 5, flicker: 1 } as const;

/** One scale for both sides, so that their lines can be compared. */
export function scaleOf(name: LineName, traces: readonly (Trace | null)[]): Scale {
  if (name === "loudness") return { low: QUIET_LUFS, high: 0 };
  const highest = traces.map((trace) => (trace && summarise(trace))?.highest ?? 0);
  return { low: 0, high: Math.max(LEAST_HIGH[name], ...highest) * HEADROOM };
}

/**
 * The line as an SVG path in a square of 1000 by 1000, its foot at the bottom. It is broken where there is no value; a value
 * that stands alone is a dot.
 */
export function pathOf(
  { times, values }: Trace,
  { low, high }: Scale,
  placeAt: (seconds: number) => number,
): string {
  let path = "";
  let isDrawing = false;
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) {
      isDrawing = false;
      continue;
    }
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    const point = `${(placeAt(times[at] ?? 0) * 1000).toFixed(1)} ${(1000 - share * 1000).toFixed(1)}`;
    const isAlone = !isDrawing && Number.isNaN(values[at + 1] ?? Number.NaN);
    path += isDrawing ? `L${point}` : `M${point}`;
    if (isAlone) path += "h0";
    isDrawing = true;
  }
  return path;
}
