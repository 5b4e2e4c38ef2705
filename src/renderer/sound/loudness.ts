/** Perceived loudness, and mastering of a finished mix. */
import { fromDecibels } from "./dsp.ts";
import { SAMPLE_RATE, type StereoSound } from "./stereo-sound.ts";

const BLOCK_SAMPLES = 0.4 * SAMPLE_RATE;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;
/** Soft-clipping threshold. No sample exceeds {@link CEILING}, which leaves room for AAC overshoot. */
const KNEE = 0.6;
const CEILING = 0.89;
const FADE_SECONDS = 0.03;

/** Integrated loudness in LUFS with both gates (ITU-R BS.1770-4, without overlapping blocks). */
export function loudnessOf(sound: StereoSound): number {
  const left = weighted(sound.left);
  const right = weighted(sound.right);
  const powers: number[] = [];
  for (let start = 0; start + BLOCK_SAMPLES <= left.length; start += BLOCK_SAMPLES) {
    powers.push(meanSquare(left, start) + meanSquare(right, start));
  }
  const audible = powers.filter((power) => toLufs(power) > ABSOLUTE_GATE_LUFS);
  const gate = toLufs(mean(audible)) + RELATIVE_GATE_LU;
  return toLufs(mean(audible.filter((power) => toLufs(power) > gate)));
}

/** Normalises a mix to a loudness, soft-clips it and fades both ends. In place. */
export function master(sound: StereoSound, targetLufs: number): void {
  const loudness = loudnessOf(sound);
  const gain = Number.isFinite(loudness) ? fromDecibels(targetLufs - loudness) : 1;
  const fade = FADE_SECONDS * SAMPLE_RATE;
  for (const channel of [sound.left, sound.right]) {
    for (let index = 0; index < channel.length; index += 1) {
      const edge = Math.min(1, index / fade, (channel.length - 1 - index) / fade);
      channel[index] = softClip((channel[index] ?? 0) * gain) * edge;
    }
  }
}

function softClip(sample: number): number {
  const size = Math.abs(sample);
  if (size <= KNEE) return sample;
  const room = CEILING - KNEE;
  return Math.sign(sample) * (KNEE + room * Math.tanh((size - KNEE) / room));
}

function toLufs(power: number): number {
  return power > 0 ? -0.691 + 10 * Math.log10(power) : Number.NEGATIVE_INFINITY;
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanSquare(channel: Float32Array, start: number): number {
  let sum = 0;
  for (let index = start; index < start + BLOCK_SAMPLES; index += 1) {
    sum += (channel[index] ?? 0) ** 2;
  }
  return sum / BLOCK_SAMPLES;
}

/** K-weighting: a high shelf, then a high-pass, with the coefficients of BS.1770-4 for 48 kHz. */
function weighted(channel: Float32Array): Float32Array {
  const shelf = biquad(
    [1.53512485958697, -2.69169618940638, 1.19839281085285],
    [-1.69065929318241, 0.73248077421585],
  );
  const highPass = biquad([1, -2, 1], [-1.99004745483398, 0.99007225036621]);
  return channel.map((sample) => highPass(shelf(sample)));
}

function biquad(
  [b0, b1, b2]: readonly [number, number, number],
  [a1, a2]: readonly [number, number],
): (input: number) => number {
  let first = 0;
  let second = 0;
  return (input) => {
    const output = b0 * input + first;
    first = b1 * input - a1 * output + second;
    second = b2 * input - a2 * output;
    return output;
  };
}
