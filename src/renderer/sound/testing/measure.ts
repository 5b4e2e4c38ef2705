import { bandPass } from "../dsp.ts";
import { SAMPLE_RATE } from "../stereo-sound.ts";

/** Root mean square of the samples between two times in seconds. */
export function rmsOf(samples: Float32Array, from = 0, to = samples.length / SAMPLE_RATE): number {
  const part = samples.subarray(Math.round(from * SAMPLE_RATE), Math.round(to * SAMPLE_RATE));
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
}

/** Maximum absolute value. */
export function peakOf(samples: Float32Array): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

/** A channel filtered around one frequency. */
export function bandOf(samples: Float32Array, hertz: number): Float32Array {
  const filter = bandPass(hertz, 1);
  return samples.map((sample) => filter(sample));
}
