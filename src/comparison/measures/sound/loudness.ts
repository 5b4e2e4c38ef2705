/** Measures loudness according to ITU-R BS.1770-4, Annex 1, which EBU R 128 uses. */
import { applyKWeighting } from "./k-weighting.ts";
import type { Sound } from "./sound.ts";

/** Momentary loudness covers a 400 ms window every 100 ms (EBU Tech 3341). */
export const MOMENTARY_S = 0.4;
export const STEP_S = 0.1;
const STEPS_PER_BLOCK = MOMENTARY_S / STEP_S;

/** Blocks below this are not counted. */
const ABSOLUTE_GATE_LUFS = -70;
/** Blocks this much quieter than the average are not counted either. */
const RELATIVE_GATE_LU = -10;
/** Surround channels count more, the LFE channel not at all. The channel order is that of Web Audio. */
const WEIGHTS: Readonly<Record<number, readonly number[]>> = {
  4: [1, 1, 1.41, 1.41],
  6: [1, 1, 1, 0, 1.41, 1.41],
};

export interface Loudness {
  /** LUFS of each 400 ms window, one every 100 ms; -Infinity for digital silence. */
  momentary: Float32Array;
  /** LUFS of the whole sound; null if nothing is loud or long enough to count. */
  integrated: number | null;
}

/** Measures momentary and integrated loudness. */
export function measureLoudness(sound: Sound): Loudness {
  const steps = stepEnergies(sound);
  const count = Math.max(0, steps.length - STEPS_PER_BLOCK + 1);
  const blocks = Float64Array.from({ length: count }, (_, block) =>
    mean(steps.subarray(block, block + STEPS_PER_BLOCK)),
  );
  return { momentary: Float32Array.from(blocks, toLufs), integrated: gatedLoudness(blocks) };
}

/** The weighted power of each step, summed over all channels. */
function stepEnergies({ channels, sampleRate }: Sound): Float64Array {
  const length = channels[0]?.length ?? 0;
  const ends: number[] = [];
  // Steps differ by one sample if the step is not a whole number of samples.
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

/** The constant cancels the gain of the K-weighting at 997 Hz. */
function toLufs(energy: number): number {
  return -0.691 + 10 * Math.log10(energy);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
