import type { StereoSound } from "../sound/stereo-sound.ts";

/** A plain tone, for tests that only need some sound. */
export function tone(seconds: number, hertz = 440): StereoSound {
  const sampleRate = 48_000;
  const left = Float32Array.from(
    { length: seconds * sampleRate },
    (_, index) => 0.2 * Math.sin((2 * Math.PI * hertz * index) / sampleRate),
  );
  return { sampleRate, left, right: left.slice() };
}
