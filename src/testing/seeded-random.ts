/** Random numbers from a seed: the same seed and label give the same sequence, in every process. */

export interface SeededRandom {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** True with this probability. */
  chance(share: number): boolean;
  /** A number of the range. */
  between(min: number, max: number): number;
  /** A whole number of the range, both ends included. */
  int(min: number, max: number): number;
  /** One of the values, by weight. */
  weighted<const Value>(weights: readonly (readonly [Value, number])[]): Value;
}

/** `label` separates the sequences of one seed. */
export function seededRandom(seed: number, label: string): SeededRandom {
  let state = hash(`${seed}/${label}`);
  // Mulberry32: small, fast, and good enough to choose test cases.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (min: number, max: number) => min + next() * (max - min);
  return {
    next,
    between,
    chance: (share) => next() < share,
    int: (min, max) => Math.floor(between(min, max + 1)),
    weighted(weights) {
      let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weights) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new Error("There is nothing to choose from.");
    },
  };
}

/** FNV-1a over the text's UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value;
}
