/** Collects a clip's frames one by one and reports on its picture. */
import type { ClipMedia } from "../../media/clip-media.ts";
import type { PictureReport } from "../report.ts";
import { findRuns } from "./find-runs.ts";
import { frameChange, frameFigures, sharpnessOf } from "./frame-figures.ts";
import type { Luma } from "./scale-plane.ts";
import { type FrameFeatures, findCuts } from "./scene-cuts.ts";

/**
 * Encoders change a still picture slightly, mostly at key frames. A change below this in every block counts as none.
 */
const STILL = 1;
/** Shorter freezes are not noticeable. */
const FROZEN_S = 0.2;
/** Some clips repeat every picture two or three times. That is a low frame rate, not a freeze. */
const FROZEN_FRAMES = 4;
/** The share of dark pixels in a black frame, as in ffmpeg's blackdetect (pic_th 0.98). */
const BLACK_SHARE = 0.98;

/** Facts about the clip that measuring needs. */
export type MeasuredClip = Pick<ClipMedia, "frameCount" | "frameTimes" | "frameRate">;

export interface PictureMeasure {
  /** Frames come in order. Some may be missing, and get no values. */
  add(frame: number, luma: Luma): void;
  finish(): PictureReport;
}

/** Creates a measure for one clip. */
export function measurePicture({
  frameCount,
  frameTimes,
  frameRate,
}: MeasuredClip): PictureMeasure {
  const empty = () => new Float32Array(frameCount).fill(Number.NaN);
  const [sharpness, motion, means, stillness] = [empty(), empty(), empty(), empty()];
  const darkness = new Float32Array(frameCount);
  /** One for each frame that was added. */
  const features: FrameFeatures[] = [];
  const measuredFrames: number[] = [];
  let before: { frame: number; luma: Luma; mean: number } | null = null;

  return {
    add(frame, luma) {
      const { mean, darkShare, histogram } = frameFigures(luma);
      sharpness[frame] = sharpnessOf(luma);
      means[frame] = mean;
      darkness[frame] = darkShare;
      measuredFrames.push(frame);
      let correlation = 1;
      if (before) {
        const change = frameChange(before, { luma, mean });
        const seconds = (frameTimes[frame] ?? 0) - (frameTimes[before.frame] ?? 0);
        motion[frame] = percentOf(change.motion) / Math.max(seconds, 1e-3);
        stillness[frame] = change.maxBlockChange;
        correlation = change.correlation;
      }
      features.push({ histogram, correlation });
      before = { frame, luma, mean };
    },
    finish() {
      const cuts = findCuts(features).flatMap((place) => measuredFrames[place] ?? []);
      // A cut is not motion, and its large value would flatten the rest of the chart.
      for (const cut of cuts) motion[cut] = Number.NaN;
      const isStill = (frame: number) => (stillness[frame] ?? Number.NaN) < STILL;
      const minRepeats = Math.max(FROZEN_FRAMES, Math.ceil(FROZEN_S * frameRate)) - 1;
      return {
        sharpness,
        motion,
        flicker: flickerOf(means, new Set(cuts)),
        // A run of repeats starts with the frame that is repeated.
        frozen: findRuns(frameCount, isStill, minRepeats).map(({ first, last }) => ({
          first: first - 1,
          last,
        })),
        black: findRuns(frameCount, (frame) => (darkness[frame] ?? 0) >= BLACK_SHARE, 1),
        cuts,
      };
    },
  };
}

/** Difference of each frame's brightness from the mean of its neighbours. Fades give almost none; cuts are excluded. */
function flickerOf(means: Float32Array, cuts: ReadonlySet<number>): Float32Array {
  return means.map((mean, frame) => {
    if (cuts.has(frame) || cuts.has(frame + 1)) return Number.NaN;
    const middle = ((means[frame - 1] ?? Number.NaN) + (means[frame + 1] ?? Number.NaN)) / 2;
    return percentOf(Math.abs(mean - middle));
  });
}

function percentOf(levels: number): number {
  return (levels / 255) * 100;
}
