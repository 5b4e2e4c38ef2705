/** Student's t-distribution: the uncertainty of the next value when mean and spread are themselves estimates. */

interface StudentT {
  /** The probability of a value above `t`. */
  survival(t: number): number;
  /** The value below which a share `p` of all values falls. */
  quantile(p: number): number;
}

// With t = √df · tan θ, the density is a power of cos θ on a finite range, so a small table is accurate enough for
// scheduling.
const TABLE_STEPS = 512;
const STEP_RADIANS = Math.PI / TABLE_STEPS;

/** The distribution with `df` degrees of freedom, computed once as a table. */
export function studentT(df: number): StudentT {
  const root = Math.sqrt(df);
  const above = survivalTable(df);
  const at = (index: number) => above[Math.min(Math.max(index, 0), TABLE_STEPS)] ?? 0;

  function survival(t: number): number {
    const place = (Math.atan(t / root) + Math.PI / 2) / STEP_RADIANS;
    const index = Math.floor(place);
    return at(index) + (place - index) * (at(index + 1) - at(index));
  }

  function quantile(p: number): number {
    const target = 1 - Math.min(Math.max(p, 1e-9), 1 - 1e-9);
    let low = 0;
    let high = TABLE_STEPS;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at(middle) > target) low = middle;
      else high = middle;
    }
    const place = low + (at(low) - target) / (at(low) - at(high));
    return root * Math.tan(place * STEP_RADIANS - Math.PI / 2);
  }

  return { survival, quantile };
}

/** At index i, the share of the density above θ = i steps − π/2. Summed from the top, for precision in the tail. */
function survivalTable(df: number): Float64Array {
  const density = (index: number) => Math.sin(index * STEP_RADIANS) ** (df - 1);
  const above = new Float64Array(TABLE_STEPS + 1);
  let sum = 0;
  for (let index = TABLE_STEPS - 1; index >= 0; index -= 1) {
    sum += (density(index) + density(index + 1)) / 2;
    above[index] = sum;
  }
  return above.map((value) => value / sum);
}
