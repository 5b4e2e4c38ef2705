/** Draws by a seed: the same seed and label give the same row of numbers, in whichever process. */

/**
 * A row of random numbers.
 * @typedef {object} Draw
 * @property {() => number} next From 0 up to, not including, 1.
 * @property {(share: number) => boolean} chance True in that share of the draws.
 * @property {(min: number, max: number) => number} between A number of the range.
 * @property {(min: number, max: number) => number} int A whole number of the range, both ends included.
 * @property {<const Value>(weights: readonly (readonly [Value, number])[]) => Value} weighed One of them, by weight.
 */

/**
 * @param {number} seed
 * @param {string} label Keeps rows of one seed apart.
 * @returns {Draw}
 */
export function createDraw(seed, label) {
  let state = hash(`${seed}/${label}`);
  // Mulberry32: small, fast, and good enough to pick among troubles.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (/** @type {number} */ min, /** @type {number} */ max) =>
    min + next() * (max - min);
  return {
    next,
    between,
    chance: (share) => next() < share,
    int: (min, max) => Math.floor(between(min, max + 1)),
    weighed(weights) {
      let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weights) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new Error("Nothing to draw from.");
    },
  };
}

/** FNV-1a over the text's UTF-16 units. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value;
}
