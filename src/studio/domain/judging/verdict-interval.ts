/** The confidence interval of a proportion. */

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/** Bounds of a proportion, 0 to 1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval at 95 % (E. B. Wilson, 1927). Unlike the usual normal approximation, it is valid for few
 * trials and stays within 0 and 1. Without trials it covers everything.
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const spread = (Z * Z) / trials;
  const middle = share + spread / 2;
  const half = Math.sqrt(spread * (share * (1 - share) + spread / 4));
  return {
    low: Math.max(0, (middle - half) / (1 + spread)),
    high: Math.min(1, (middle + half) / (1 + spread)),
  };
}
