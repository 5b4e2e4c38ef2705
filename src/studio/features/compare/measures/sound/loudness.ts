/** Loudness after ITU-R BS.1770-4, Annex 1, which EBU R 128 uses. */
import { applyKWeighting } from "./k-weighting.ts";
import type { Sound } from "./sound.ts";

/** Momentary loudness looks at this long, and again after each step (EBU Tech 3341). */
export const MOMENTARY_S = 0.4;
export const STEP_S = 0.1;
const STEPS_A_BLOCK = MOMENTARY_S / STEP_S;

/** Blocks below this are never counted. */
const ABSOLUTE_GATE_LUFS = -70;
/** Nor are those that are so much quieter than the others. */
const RELATIVE_GATE_LU = -10;
/** Channels behind the listener count more, the one for low effects not at all; the order is that of browsers. */
const WEIGHTS: Readonly<Record<number, readonly number[]>> = {
  4: [1, 1, 1.41, 1.41],
  6: [1, 1, 1, 0, 1.41, 1.41],
};

export interface Loudness {
  /** LUFS of each 400 ms, one every 100 ms; -Infinity for nothing at all. */
  momentary: Float32Array;
  /** LUFS of the whole; null where nothing is loud or long enough to count. */
  integrated: number | null;
}

/** Measures all of it. */
export function measureLoudness(sound: Sound): Loudness {
  const steps = stepEnergies(sound);
  const count = Math.max(0, steps.length - STEPS_A_BLOCK + 1);
  const blocks = Float64Array.from({ length: count }, (_, block) =>
    mean(steps.subarray(block, block + STEPS_A_BLOCK)),
  );
  return { momentary: Float32Array.from(blocks, toLufs), integrated: gatedLoudness(blocks) };
}

/** The weighted power of each step of all channels together. */
function stepEnergies({ channels, sampleRate }: Sound): Float64Array {
  const length = channels[0]?.length ?? 0;
  const ends: number[] = [];
  // Where a step is no whole number of samples, steps differ by one.
  for (let end = 1; Math.round(end * STEP_S * sampleRate) <= length; end += 1) {
    ends.push(Math.round(end * STEP_S * sampleRate));
  }
  const energies = new Float64Array(ends.length);
  const weights = WEIGHTS[channels.length] ?? channels.map(() => 1);
  for (const [channel, samples] of channels.entries()) {
    const weighted = applyKWeighting(samples, sampleRate);
    const weight = weights[channel] ?? 1;
    for (const [step, end] of ends.entries()) {
      const start = ends[step - 1] ?? 0;
      let sum = 0;
      for (let at = start; at < end; at += 1) sum += (weighted[at] ?? 0) ** 2;
      energies[step] = (energies[step] ?? 0) + (weight * sum) / (end - start);
    }
  }
  return energies;
}

function gatedLoudness(blocks: Float64Array): number | null {
  const audible = blocks.filter((energy) => toLufs(energy) > ABSOLUTE_GATE_LUFS);
  if (audible.length === 0) return null;
  const gate = toLufs(mean(audible)) + RELATIVE_GATE_LU;
  return toLufs(mean(audible.filter((energy) => toLufs(energy) > gate)));
}

/** The constant takes away what the weighting adds at 997 Hz. */
function toLufs(energy: number): number {
  return -0.691 + 10 * Math.log10(energy);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
