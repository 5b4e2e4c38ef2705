/** Small building blocks of synthesis: filters, noises, oscillators, each a function with a memory. */
import type { Random } from "../plan/prng.ts";
import { SAMPLE_RATE } from "./stereo-sound.ts";

/** Takes the next sample in, gives the next one out. */
export type Filter = (input: number) => number;

/** Noise between −1 and 1 with equal energy at all frequencies. */
export function whiteNoise(random: Random): () => number {
  return () => 2 * random() - 1;
}

/** A gentle low-pass: 6 dB an octave. */
export function lowPass(hertz: number): Filter {
  const share = 1 - Math.exp((-2 * Math.PI * hertz) / SAMPLE_RATE);
  let state = 0;
  return (input) => {
    state += share * (input - state);
    return state;
  };
}

/** A gentle high-pass: 6 dB an octave. */
export function highPass(hertz: number): Filter {
  const low = lowPass(hertz);
  return (input) => input - low(input);
}

/**
 * A resonance whose frequency may move with every sample: a state variable filter (H. Chamberlin,
 * Musical Applications of Microprocessors), steady up to about a sixth of the sample rate.
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

/** A resonance at one frequency. */
export function bandPass(hertz: number, sharpness: number): Filter {
  const band = sweptBand(sharpness);
  return (input) => band(input, hertz);
}

/** A value between 0 and 1 that wanders smoothly, turning about `hertz` times a second. */
export function wander(random: Random, hertz: number): () => number {
  const step = hertz / SAMPLE_RATE;
  let from = random();
  let to = random();
  let way = 0;
  return () => {
    way += step;
    if (way >= 1) {
      way -= 1;
      from = to;
      to = random();
    }
    return from + (to - from) * way * way * (3 - 2 * way);
  };
}

/** A sine, by recurrence: one multiplication a sample. */
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

/** A multiplier for decibels. */
export function fromDecibels(decibels: number): number {
  return 10 ** (decibels / 20);
}
