/** Deterministic random numbers: every choice derives from the seed of the request. */

/** A source of numbers in [0, 1). The same seed gives the same sequence. */
export type Random = () => number;

/** A 32-bit hash of a text (FNV-1a over code units, with a final mix so that similar texts differ). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** A generator per purpose, so that extra draws for one purpose do not affect another. */
export function randomFor(seed: number, purpose: string): Random {
  let state = mix(seed ^ hashText(purpose));
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) / 0x1_0000_0000;
  };
}

/** A random number between two bounds. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** A random item of a non-empty list. */
export function pick<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
