/**
 * Models how long generations of one kind take: log-normal, with mean and spread learned from the creator's own
 * generations (normal-inverse-gamma prior, Student-t prediction), plus a small heavy tail for outliers.
 */
import type { CompletionPrior } from "./completion-prior.ts";
import { expectedLog } from "./expected-log.ts";
import { studentT } from "./student-t.ts";
import type { Wait } from "./wait-history.ts";

export interface CompletionModel {
  /** The probability that a generation is not yet completed at this age. */
  survival(ageSeconds: number): number;
  /** The age by which a share `p` of the usual generations completes. */
  quantile(p: number): number;
}

interface Fit {
  /** Effective number of observations. Old, outlying or imprecise ones count for less than one. */
  count: number;
  /** Effective number of outliers. */
  unusual: number;
  mean: number;
  /** Sum of squared deviations from the mean, in logarithms. */
  squares: number;
}

// The prior's spread weighs as much as twice this many observations.
const SPREAD_STRENGTH = 2;
const ROUNDS = 6;
/** An observation has its full weight up to 3 standard deviations, and none from 4.5 on. */
const USUAL_DEVIATIONS = 3;
const UNUSUAL_DEVIATIONS = 4.5;
/**
 * The fit starts from the median of this many newest observations, so it adapts quickly when the service changes its
 * pace.
 */
const NEWEST_COUNT = 5;
/** An observation's weight halves for every this many newer ones. */
const HALF_LIFE = 25;

/** Survival exponent of the tail: half of the outliers take more than four times as long as they have already taken. */
export const TAIL_EXPONENT = 0.5;
// Before anything is known, one in fifty is an outlier.
const TAIL_PRIOR_COUNT = 50;

/** Fits the model to waits, newest first. The result is always a valid distribution over all ages. */
export function completionModel(prior: CompletionPrior, waits: readonly Wait[]): CompletionModel {
  const fit = fitWaits(prior, waits);
  const kappa = prior.strength * agreement(prior, fit);
  const mean = (kappa * Math.log(prior.medianSeconds) + fit.count * fit.mean) / (kappa + fit.count);
  const alpha = SPREAD_STRENGTH + fit.count / 2;
  const betweenPriorAndFit =
    ((kappa * fit.count) / (kappa + fit.count)) * (fit.mean - Math.log(prior.medianSeconds)) ** 2;
  const beta = SPREAD_STRENGTH * prior.spread ** 2 + (fit.squares + betweenPriorAndFit) / 2;
  const scale = Math.sqrt((beta * (1 + 1 / (kappa + fit.count))) / alpha);
  const predicted = studentT(2 * alpha);

  const median = Math.exp(mean);
  const tailShare = (1 + fit.unusual) / (TAIL_PRIOR_COUNT + fit.count + fit.unusual);
  return {
    survival(ageSeconds) {
      if (ageSeconds <= 0) return 1;
      const tail = ageSeconds < median ? 1 : (median / ageSeconds) ** TAIL_EXPONENT;
      const usual = predicted.survival((Math.log(ageSeconds) - mean) / scale);
      return (1 - tailShare) * usual + tailShare * tail;
    },
    quantile: (p) => Math.exp(mean + scale * predicted.quantile(p)),
  };
}

/**
 * Iterates a weighted mean and spread. Each round improves the outlier weights and the estimates for interval-censored
 * ends.
 */
function fitWaits(prior: CompletionPrior, waits: readonly Wait[]): Fit {
  const nothing: Fit = { count: 0, unusual: 0, mean: Math.log(prior.medianSeconds), squares: 0 };
  let spread = prior.spread;
  let fit: Fit = { ...nothing, mean: newestMedian(waits) ?? nothing.mean };
  for (let round = 0; round < ROUNDS && waits.length > 0; round += 1) {
    const center = fit.mean;
    const weighted = waits.map((wait, index) => {
      const { mean, variance } = expectedLog(wait, center, spread);
      const known = Math.max(0, 1 - variance / spread ** 2) * 0.5 ** (index / HALF_LIFE);
      const weight = known * inlierWeight((mean - center) / spread);
      return { mean, variance, weight, unusual: known - weight };
    });
    const count = weighted.reduce((sum, { weight }) => sum + weight, 0);
    if (count < 1e-6) return nothing;
    const mean = weighted.reduce((sum, item) => sum + item.weight * item.mean, 0) / count;
    const squares = weighted.reduce(
      (sum, item) => sum + item.weight * ((item.mean - mean) ** 2 + item.variance),
      0,
    );
    const unusual = weighted.reduce((sum, item) => sum + item.unusual, 0);
    fit = { count, unusual, mean, squares };
    const pseudo = 2 * SPREAD_STRENGTH;
    spread = Math.sqrt((pseudo * prior.spread ** 2 + squares) / (pseudo + count));
  }
  return fit;
}

function inlierWeight(deviations: number): number {
  const share =
    (UNUSUAL_DEVIATIONS - Math.abs(deviations)) / (UNUSUAL_DEVIATIONS - USUAL_DEVIATIONS);
  return Math.min(Math.max(share, 0), 1);
}

/** How far the prior agrees with the observations. A prior that they contradict loses its weight, like an outlier. */
function agreement(prior: CompletionPrior, fit: Fit): number {
  if (fit.count === 0) return 1;
  const spread = prior.spread * Math.sqrt(1 / prior.strength + 1 / fit.count);
  return inlierWeight((fit.mean - Math.log(prior.medianSeconds)) / spread);
}

function newestMedian(waits: readonly Wait[]): number | null {
  const logs = waits
    .slice(0, NEWEST_COUNT)
    .map(({ lowSeconds, highSeconds }) => Math.log(Math.max(lowSeconds, highSeconds / 2, 0.001)))
    .sort((left, right) => left - right);
  return logs[Math.floor(logs.length / 2)] ?? null;
}
