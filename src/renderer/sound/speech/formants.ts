/** Vowel formants. */
import { SAMPLE_RATE } from "../stereo-sound.ts";
import type { Vowel } from "./syllables.ts";

type Resonances = readonly [number, number, number, number];

/** Mean formants of men's vowels in hertz (G. Peterson and H. Barney, 1952), with a common fourth. */
const FORMANTS: Readonly<Record<Vowel, Resonances>> = {
  a: [730, 1090, 2440, 3500],
  e: [530, 1840, 2480, 3500],
  i: [290, 2250, 3010, 3600],
  o: [570, 840, 2410, 3400],
  u: [310, 870, 2240, 3400],
};
const BANDWIDTHS: Resonances = [70, 95, 150, 220];

interface VowelChange {
  from: Vowel;
  to: Vowel;
  /** 0 to 1. */
  fraction: number;
  /** Factor for all frequencies, by the speaker's size. */
  scale: number;
}

/** Interpolates the four resonances between two vowels. */
export function formantsBetween({ from, to, fraction, scale }: VowelChange): Resonances {
  const at = (index: 0 | 1 | 2 | 3) =>
    scale * (FORMANTS[from][index] + fraction * (FORMANTS[to][index] - FORMANTS[from][index]));
  return [at(0), at(1), at(2), at(3)];
}

/** A vocal tract of four resonators in series (D. Klatt, 1980), which can be retuned while they ring. */
export interface VocalTract {
  tune(resonances: Resonances): void;
  next(input: number): number;
}

export function createMouth(): VocalTract {
  const resonators = [0, 1, 2, 3].map(() => ({ gain: 1, first: 0, second: 0, last: 0, before: 0 }));
  return {
    tune(resonances) {
      for (const [index, resonator] of resonators.entries()) {
        const hertz = resonances[index] ?? 0;
        const radius = Math.exp((-Math.PI * (BANDWIDTHS[index] ?? 0)) / SAMPLE_RATE);
        resonator.second = -radius * radius;
        resonator.first = 2 * radius * Math.cos((2 * Math.PI * hertz) / SAMPLE_RATE);
        resonator.gain = 1 - resonator.first - resonator.second;
      }
    },
    next(input) {
      let sample = input;
      for (const resonator of resonators) {
        sample =
          resonator.gain * sample +
          resonator.first * resonator.last +
          resonator.second * resonator.before;
        resonator.before = resonator.last;
        resonator.last = sample;
      }
      return sample;
    },
  };
}
