/** Computes figures of one frame and of two consecutive frames. */
import type { Luma } from "./scale-plane.ts";

/** Number of brightness bins in a histogram. */
const BINS = 32;
/**
 * Histograms are taken per part of the picture, this many across and down, because two shots of equal overall
 * brightness seldom match in every part.
 */
const HISTOGRAM_PARTS = 2;
/** A picture counts as still only if no block changes; there are this many blocks across and down. */
const BLOCKS = 8;
/** A pixel up to this value is dark, as in ffmpeg's blackdetect (pix_th 0.10). */
const DARK = 25.5;

export interface FrameFigures {
  /** 0 to 255. */
  mean: number;
  /** Share of dark pixels. */
  darkShare: number;
  /** Brightness distribution of each part of the picture; each part sums to 1. */
  histogram: Float32Array;
}

/** Computes the figures in one pass. */
export function frameFigures({ values, width, height }: Luma): FrameFigures {
  const histogram = new Float32Array(HISTOGRAM_PARTS * HISTOGRAM_PARTS * BINS);
  let sum = 0;
  let dark = 0;
  for (let y = 0; y < height; y += 1) {
    const partRow = Math.floor((y * HISTOGRAM_PARTS) / height) * HISTOGRAM_PARTS;
    for (let x = 0; x < width; x += 1) {
      const value = values[y * width + x] ?? 0;
      sum += value;
      if (value <= DARK) dark += 1;
      // Each pixel is split between the two nearest bins, so that a small change of light is a small difference.
      const place = (value / 255) * (BINS - 1);
      const lower = Math.min(BINS - 2, Math.floor(place));
      const at = (partRow + Math.floor((x * HISTOGRAM_PARTS) / width)) * BINS + lower;
      histogram[at] = (histogram[at] ?? 0) + 1 - (place - lower);
      histogram[at + 1] = (histogram[at + 1] ?? 0) + place - lower;
    }
  }
  const count = width * height;
  const share = (HISTOGRAM_PARTS * HISTOGRAM_PARTS) / count;
  return {
    mean: sum / count,
    darkShare: dark / count,
    histogram: histogram.map((each) => each * share),
  };
}

/** Variance of the Laplacian (J. L. Pech-Pacheco and others, ICPR 2000), which is large at sharp edges. */
export function sharpnessOf({ values, width, height }: Luma): number {
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 1) {
      const laplacian =
        4 * (values[at] ?? 0) -
        (values[at - 1] ?? 0) -
        (values[at + 1] ?? 0) -
        (values[at - width] ?? 0) -
        (values[at + width] ?? 0);
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  const count = Math.max(1, (width - 2) * (height - 2));
  return Math.max(0, squares / count - (sum / count) ** 2);
}

/** A frame with its mean. */
export interface MeanLuma {
  luma: Luma;
  mean: number;
}

export interface FrameChange {
  /** Mean change of a pixel after subtracting the change of overall brightness: 0 to 255. */
  motion: number;
  /** Mean change in the block that changes most: 0 to 255. */
  maxBlockChange: number;
  /** Correlation of the frames: 1 for the same pattern at any brightness, about 0 for unrelated ones. */
  correlation: number;
}

/** Compares two frames of the same size whose means are known. */
export function frameChange(
  { luma: before, mean: meanBefore }: MeanLuma,
  { luma: after, mean: meanAfter }: MeanLuma,
): FrameChange {
  const { width, height } = after;
  const blocks = new Float32Array(BLOCKS * BLOCKS);
  const counts = new Float32Array(BLOCKS * BLOCKS);
  let motion = 0;
  let [varianceBefore, varianceAfter, covariance] = [0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    const blockRow = Math.floor((y * BLOCKS) / height) * BLOCKS;
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const change = (after.values[at] ?? 0) - (before.values[at] ?? 0);
      const deviationBefore = (before.values[at] ?? 0) - meanBefore;
      const deviationAfter = (after.values[at] ?? 0) - meanAfter;
      motion += Math.abs(deviationAfter - deviationBefore);
      varianceBefore += deviationBefore * deviationBefore;
      varianceAfter += deviationAfter * deviationAfter;
      covariance += deviationBefore * deviationAfter;
      const block = blockRow + Math.floor((x * BLOCKS) / width);
      blocks[block] = (blocks[block] ?? 0) + Math.abs(change);
      counts[block] = (counts[block] ?? 0) + 1;
    }
  }
  const maxBlockChange = Math.max(
    ...blocks.map((sum, block) => sum / Math.max(1, counts[block] ?? 0)),
  );
  const correlation = covariance / Math.sqrt(varianceBefore * varianceAfter || 1);
  return { motion: motion / (width * height), maxBlockChange, correlation };
}

/** Distance of two histograms: 0 if equal, 1 if disjoint. */
export function histogramDistance(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let bin = 0; bin < one.length; bin += 1) {
    sum += Math.abs((one[bin] ?? 0) - (other[bin] ?? 0));
  }
  return sum / (2 * HISTOGRAM_PARTS * HISTOGRAM_PARTS);
}
