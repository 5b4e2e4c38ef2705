/** A known log-normal distribution, with draws that are the same in every run. */

export interface LogNormal {
  medianSeconds: number;
  /** Standard deviation of the logarithm. */
  spread: number;
}

/** The probability of a longer time. */
export function logNormalSurvival({
  medianSeconds,
  spread,
}: LogNormal): (seconds: number) => number {
  return (seconds) =>
    seconds <= 0 ? 1 : normalSurvival(Math.log(seconds / medianSeconds) / spread);
}

/** The mean, which is above the median. */
export function logNormalMean({ medianSeconds, spread }: LogNormal): number {
  return medianSeconds * Math.exp(spread ** 2 / 2);
}

/** Independent draws. */
export function drawLogNormal(
  { medianSeconds, spread }: LogNormal,
  { seed, count }: { seed: number; count: number },
): number[] {
  const random = uniform(seed);
  return Array.from({ length: count }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return medianSeconds * Math.exp(spread * radius * Math.cos(2 * Math.PI * random()));
  });
}

// Simpson's rule on the density: beyond eight deviations the rest is negligible.
const SIMPSON_STEPS = 64;
const REACH = 8;

function normalSurvival(z: number): number {
  if (z < 0) return 1 - normalSurvival(-z);
  const density = (x: number) => Math.exp((-x * x) / 2);
  const step = REACH / SIMPSON_STEPS;
  let sum = density(z) + density(z + REACH);
  for (let index = 1; index < SIMPSON_STEPS; index += 1) {
    sum += (index % 2 === 1 ? 4 : 2) * density(z + index * step);
  }
  return (sum * step) / 3 / Math.sqrt(2 * Math.PI);
}

/** Numbers from 0 to below 1, from a scrambled Weyl sequence. */
function uniform(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x85ebca6b) >>> 0;
  const mixBits = (value: number, shift: number, factor: number) =>
    Math.imul(value ^ (value >>> shift), factor);
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    const mixed = mixBits(mixBits(state, 16, 0x21f0aaad), 15, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
