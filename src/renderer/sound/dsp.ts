/** Building blocks of sound synthesis: stateful filters, noise sources and oscillators. */
import type { Random } from "../plan/prng.ts";
import { SAMPLE_RATE } from "./stereo-sound.ts";

/** Takes the next input sample and returns the next output sample. */
export type Filter = (input: number) => number;

/** White noise between −1 and 1. */
export function whiteNoise(random: Random): () => number {
  return () => 2 * random() - 1;
}

/** A first-order low-pass filter (6 dB per octave). */
export function lowPass(hertz: number): Filter {
  const share = 1 - Math.exp((-2 * Math.PI * hertz) / SAMPLE_RATE);
  let state = 0;
  return (input) => {
    state += share * (input - state);
    return state;
  };
}

/** A first-order high-pass filter (6 dB per octave). */
export function highPass(hertz: number): Filter {
  const low = lowPass(hertz);
  return (input) => input - low(input);
}

/**
 * A band-pass filter whose frequency may change with every sample: a state variable filter (H. Chamberlin,
 * Musical Applications of Microprocessors), stable up to about a sixth of the sample rate.
 */
export function sweptBand(sharpness: number): (input: number, hertz: number) => number {
  const damping = 1 / sharpness;
  let low = 0;
  let band = 0;
  return (input, hertz) => {
    const step = (2 * Math.PI * hertz) / SAMPLE_RATE;
    low += step * band;
    band += step * (input - low - damping * band);
    return band * damping;
  };
}

/** A band-pass filter at a fixed frequency. */
export function bandPass(hertz: number, sharpness: number): Filter {
  const band = sweptBand(sharpness);
  return (input) => band(input, hertz);
}

/** A smooth random walk between 0 and 1 that turns about `hertz` times per second. */
export function randomWalk(random: Random, hertz: number): () => number {
  const step = hertz / SAMPLE_RATE;
  let from = random();
  let to = random();
  let progress = 0;
  return () => {
    progress += step;
    if (progress >= 1) {
      progress -= 1;
      from = to;
      to = random();
    }
    return from + (to - from) * progress * progress * (3 - 2 * progress);
  };
}

/** A sine computed by recurrence, with one multiplication per sample. */
export function sine(hertz: number, phase = 0): () => number {
  const angle = (2 * Math.PI * hertz) / SAMPLE_RATE;
  const factor = 2 * Math.cos(angle);
  let current = Math.sin(phase - angle);
  let previous = Math.sin(phase - 2 * angle);
  return () => {
    const next = factor * current - previous;
    previous = current;
    current = next;
    return next;
  };
}

/** Converts decibels to a gain factor. */
export function fromDecibels(decibels: number): number {
  return 10 ** (decibels / 20);
}
