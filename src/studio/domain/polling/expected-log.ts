/** Expected value of an observation that is only known as a range, given the current estimate. */
import type { Wait } from "./wait-history.ts";

const POINTS = 24;
const DEVIATIONS_MAX = 6;

interface Expected {
  mean: number;
  variance: number;
}

/** Mean and variance of the logarithm of a wait between its bounds, assuming a normal distribution around `center`. */
export function expectedLog(wait: Wait, center: number, spread: number): Expected {
  const from = (Math.log(Math.max(wait.lowSeconds, 1e-3)) - center) / spread;
  const to = (Math.log(Math.max(wait.highSeconds, 1e-3)) - center) / spread;
  // This far from the center, the density within the bounds is negligible except at the nearer bound.
  if (from >= DEVIATIONS_MAX) return { mean: center + from * spread, variance: 0 };
  if (to <= -DEVIATIONS_MAX) return { mean: center + to * spread, variance: 0 };
  const start = Math.max(from, -DEVIATIONS_MAX);
  const step = (Math.min(to, DEVIATIONS_MAX) - start) / POINTS;
  let weight = 0;
  let sum = 0;
  let squares = 0;
  for (let point = 0; point < POINTS; point += 1) {
    const z = start + (point + 0.5) * step;
    const density = Math.exp((-z * z) / 2);
    weight += density;
    sum += density * z;
    squares += density * z * z;
  }
  const mean = sum / weight;
  return {
    mean: center + mean * spread,
    variance: Math.max(0, squares / weight - mean * mean) * spread ** 2,
  };
}
