/**
 * How long generations of one kind take: log-normal, with mean and spread learned from a creator's own (normal-inverse-gamma
 * prior, Student-t prediction), and a thin heavy tail for what the history does not explain.
 */
import type { CompletionPrior } from "./completion-prior.ts";
import { expectedLog } from "./expected-log.ts";
import { studentT } from "./student-t.ts";
import type { Wait } from "./wait-history.ts";

export interface CompletionModel {
  /** How likely a generation is still not completed at this age. */
  survival(ageSeconds: number): number;
  /** The age before which a share `p` of the usual ones completes. */
  quantile(p: number): number;
}

interface Fit {
  /** How many observations it rests on; what is old, far out or hardly known counts for less than one. */
  count: number;
  /** How many were far out. */
  unusual: number;
  mean: number;
  /** Sum of squared deviations from the mean, of logarithms. */
  squares: number;
}

// The guessed spread is worth this many observations, twice over.
const SPREAD_STRENGTH = 2;
const ROUNDS = 6;
/** In standard deviations: nearer than the first a value counts whole, from the second on not at all. */
const USUAL_DEVIATIONS = 3;
const UNUSUAL_DEVIATIONS = 4.5;
/** The newest of a history tell where to look for the usual: a service that changed its pace is soon believed. */
const NEWEST = 5;
/** An observation counts half as much as one that came so many later. */
const HALVED_AFTER = 25;

/** Half of those that take longer than all the usual ones take four times as long as they have already. */
export const TAIL_EXPONENT = 0.5;
// One in fifty, before anything is known.
const TAIL_PRIOR_COUNT = 50;

/** Learns from waits, newest first. Whatever they hold, the result is a distribution over all ages. */
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

/** Weighted mean and squares, again and again: each round knows better what is far out and where an end cut off may lie. */
function fitWaits(prior: CompletionPrior, waits: readonly Wait[]): Fit {
  const nothing: Fit = { count: 0, unusual: 0, mean: Math.log(prior.medianSeconds), squares: 0 };
  let spread = prior.spread;
  let fit: Fit = { ...nothing, mean: newestMedian(waits) ?? nothing.mean };
  for (let round = 0; round < ROUNDS && waits.length > 0; round += 1) {
    const center = fit.mean;
    const weighed = waits.map((wait, index) => {
      const { mean, variance } = expectedLog(wait, center, spread);
      const known = Math.max(0, 1 - variance / spread ** 2) * 0.5 ** (index / HALVED_AFTER);
      const weight = known * usualness((mean - center) / spread);
      return { mean, variance, weight, unusual: known - weight };
    });
    const count = weighed.reduce((sum, { weight }) => sum + weight, 0);
    if (count < 1e-6) return nothing;
    const mean = weighed.reduce((sum, item) => sum + item.weight * item.mean, 0) / count;
    const squares = weighed.reduce(
      (sum, item) => sum + item.weight * ((item.mean - mean) ** 2 + item.variance),
      0,
    );
    const unusual = weighed.reduce((sum, item) => sum + item.unusual, 0);
    fit = { count, unusual, mean, squares };
    const pseudo = 2 * SPREAD_STRENGTH;
    spread = Math.sqrt((pseudo * prior.spread ** 2 + squares) / (pseudo + count));
  }
  return fit;
}

function usualness(deviations: number): number {
  const share =
    (UNUSUAL_DEVIATIONS - Math.abs(deviations)) / (UNUSUAL_DEVIATIONS - USUAL_DEVIATIONS);
  return Math.min(Math.max(share, 0), 1);
}

/** A prior that the observations contradict is outvoted like any other observation. */
function agreement(prior: CompletionPrior, fit: Fit): number {
  if (fit.count === 0) return 1;
  const spread = prior.spread * Math.sqrt(1 / prior.strength + 1 / fit.count);
  return usualness((fit.mean - Math.log(prior.medianSeconds)) / spread);
}

function newestMedian(waits: readonly Wait[]): number | null {
  const logs = waits
    .slice(0, NEWEST)
    .map(({ lowSeconds, highSeconds }) => Math.log(Math.max(lowSeconds, highSeconds / 2, 0.001)))
    .sort((left, right) => left - right);
  return logs[Math.floor(logs.length / 2)] ?? null;
}
