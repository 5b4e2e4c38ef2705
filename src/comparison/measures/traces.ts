/** Converts reports into traces for charts: one value per frame of a clip. */
import type { ClipMedia } from "../media/clip-media.ts";
import type { ClipReport } from "./report.ts";
import { MOMENTARY_S, STEP_S } from "./sound/loudness.ts";

export const LINES = ["sharpness", "motion", "flicker", "loudness"] as const;
export type LineName = (typeof LINES)[number];

export interface Trace {
  /** Seconds of the clip, ascending. */
  times: readonly number[];
  /** One per time; NaN if there is none. */
  values: Float32Array;
  /** The value at one of the clip's frames. */
  valueAt(frame: number): number;
}

/** Null if the clip has no sound, or none that could be decoded. */
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

/** Null if there are no values. */
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

/** The values at the bottom and the top of a chart. */
export interface Scale {
  low: number;
  high: number;
}

/** The bottom of the loudness chart; anything quieter is drawn there. */
const QUIET_LUFS = -60;
/** Leaves room above the highest value for the label of the top edge. */
const HEADROOM = 1.25;
/** Minimum chart range, so that tiny values are not magnified. */
const HIGH_MIN = { sharpness: 20, motion: 5, flicker: 1 } as const;

/** One scale for both sides, so that their lines are comparable. */
export function scaleOf(name: LineName, traces: readonly (Trace | null)[]): Scale {
  if (name === "loudness") return { low: QUIET_LUFS, high: 0 };
  const highest = traces.map((trace) => (trace && summarise(trace))?.highest ?? 0);
  return { low: 0, high: Math.max(HIGH_MIN[name], ...highest) * HEADROOM };
}

/**
 * The trace as an SVG path in a 1000 by 1000 box, with low values at the bottom. Missing values break the line; an
 * isolated value is drawn as a dot.
 */
export function pathOf(
  { times, values }: Trace,
  { low, high }: Scale,
  positionAt: (seconds: number) => number,
): string {
  let path = "";
  let isDrawing = false;
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) {
      isDrawing = false;
      continue;
    }
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    const point = `${(positionAt(times[at] ?? 0) * 1000).toFixed(1)} ${(1000 - share * 1000).toFixed(1)}`;
    const isAlone = !isDrawing && Number.isNaN(values[at + 1] ?? Number.NaN);
    path += isDrawing ? `L${point}` : `M${point}`;
    if (isAlone) path += "h0";
    isDrawing = true;
  }
  return path;
}
