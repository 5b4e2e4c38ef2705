/** Samples per second of all sound. */
export const SAMPLE_RATE = 48_000;

/** Two channels of equal length with samples between −1 and 1. */
export interface StereoSound {
  sampleRate: number;
  left: Float32Array;
  right: Float32Array;
}

/** Creates a sound by generating each channel with the same function. */
export function stereo(channel: (side: "left" | "right") => Float32Array): StereoSound {
  return { sampleRate: SAMPLE_RATE, left: channel("left"), right: channel("right") };
}

/** Fills one channel sample by sample. */
export function fillChannel(length: number, sampleAt: (index: number) => number): Float32Array {
  const channel = new Float32Array(length);
  for (let index = 0; index < length; index += 1) channel[index] = sampleAt(index);
  return channel;
}

/** Adds a sound to another one of the same length. */
export function mixInto(target: StereoSound, sound: StereoSound, gain: number): void {
  addChannel(target.left, sound.left, gain);
  addChannel(target.right, sound.right, gain);
}

function addChannel(target: Float32Array, source: Float32Array, gain: number): void {
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] ?? 0) + gain * (source[index] ?? 0);
  }
}
