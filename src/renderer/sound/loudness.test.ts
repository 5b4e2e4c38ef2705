import { describe, expect, test } from "vitest";
import { loudnessOf, master } from "./loudness.ts";
import { fillChannel, mixInto, SAMPLE_RATE, type StereoSound, stereo } from "./stereo-sound.ts";

/** A tone in both channels, by default of full scale at the reference frequency. */
function tone({ seconds = 2, hertz = 997, gain = 1, left = 1 } = {}): StereoSound {
  return stereo((side) =>
    fillChannel(
      seconds * SAMPLE_RATE,
      (index) =>
        (side === "left" ? left : 1) * gain * Math.sin((2 * Math.PI * hertz * index) / SAMPLE_RATE),
    ),
  );
}

function joined(...sounds: StereoSound[]): StereoSound {
  return stereo((side) => Float32Array.from(sounds.flatMap((sound) => [...sound[side]])));
}

describe("loudness (ITU-R BS.1770-4)", () => {
  test("a full-scale tone of 997 Hz in one channel has -3.01 LUFS", () => {
    expect(loudnessOf(tone({ left: 0 }))).toBeCloseTo(-3.01, 1);
  });

  test("the powers of both channels add up", () => {
    expect(loudnessOf(tone())).toBeCloseTo(0, 1);
  });

  test("follows the level decibel by decibel", () => {
    expect(loudnessOf(tone({ gain: 0.1 }))).toBeCloseTo(-20, 1);
  });

  test("high frequencies count for 3.3 dB more, and the lowest for much less", () => {
    expect(loudnessOf(tone({ hertz: 10_000 }))).toBeCloseTo(3.3, 0);
    expect(loudnessOf(tone({ hertz: 38 }))).toBeCloseTo(-6.5, 0);
    expect(loudnessOf(tone({ hertz: 10 }))).toBeLessThan(-20);
  });

  test("silence does not count", () => {
    const silence = tone({ gain: 0, seconds: 4 });
    expect(loudnessOf(joined(tone(), silence))).toBeCloseTo(loudnessOf(tone()), 1);
    expect(loudnessOf(silence)).toBe(Number.NEGATIVE_INFINITY);
    // Nor does what is below -70 LUFS, the absolute gate.
    expect(loudnessOf(tone({ gain: 1e-4 }))).toBe(Number.NEGATIVE_INFINITY);
    expect(loudnessOf(tone({ gain: 1e-3 }))).toBeCloseTo(-60, 1);
  });

  test("a passage much quieter than the rest does not count, a slightly quieter one does", () => {
    const loud = tone({ gain: 0.5 });
    expect(loudnessOf(joined(loud, tone({ gain: 0.05 })))).toBeCloseTo(loudnessOf(loud), 1);
    expect(loudnessOf(joined(loud, tone({ gain: 0.3 })))).toBeLessThan(loudnessOf(loud) - 1);
  });
});

describe("mastering", () => {
  const middle = (sound: StereoSound): StereoSound =>
    stereo((side) => sound[side].slice(SAMPLE_RATE / 2, -SAMPLE_RATE / 2));
  const peak = (channel: Float32Array) =>
    channel.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);

  test.for([0.001, 0.9])("brings a mix with a gain of %d to its target", (gain) => {
    const sound = tone({ gain, seconds: 4 });
    master(sound, -18);
    expect(loudnessOf(middle(sound))).toBeCloseTo(-18, 0);
  });

  test("leaves quiet samples undistorted, and compresses loud ones below the ceiling", () => {
    const quiet = tone({ gain: 0.1, seconds: 4 });
    const scaled = tone({ gain: 0.5, seconds: 4 });
    master(quiet, loudnessOf(scaled));
    for (let index = SAMPLE_RATE; index < SAMPLE_RATE + 100; index += 1) {
      expect(quiet.left[index]).toBeCloseTo(scaled.left[index] ?? 9, 3);
    }
    const loud = tone({ gain: 0.5, seconds: 4 });
    master(loud, 10);
    expect(peak(loud.left)).toBeLessThan(0.89);
    expect(peak(loud.left)).toBeGreaterThan(0.85);
    expect(peak(loud.right)).toBe(peak(loud.left));
    expect(Math.min(...loud.left.slice(0, SAMPLE_RATE))).toBeLessThan(-0.85);
  });

  test("louder samples stay louder, also above the knee", () => {
    const ramp = stereo(() => fillChannel(2 * SAMPLE_RATE, (index) => index / (2 * SAMPLE_RATE)));
    master(ramp, loudnessOf(ramp));
    const inside = ramp.left.slice(SAMPLE_RATE / 2, -SAMPLE_RATE / 10);
    const falls = inside.filter((sample, index) => sample < (inside[index - 1] ?? 0));
    expect(falls).toHaveLength(0);
  });

  test("fades both ends within 30 ms, so that a loop does not click", () => {
    const sound = stereo(() => fillChannel(SAMPLE_RATE, () => 0.1));
    mixInto(sound, tone({ seconds: 1 }), 0.2);
    const whole = stereo((side) => sound[side].slice());
    master(sound, loudnessOf(sound));
    for (const channel of [sound.left, sound.right]) {
      expect(Math.abs(channel[0] ?? 9)).toBe(0);
      expect(Math.abs(channel.at(-1) ?? 9)).toBe(0);
    }
    const ratio = (index: number) => (sound.left.at(index) ?? 9) / (whole.left.at(index) ?? 1);
    expect(ratio(720)).toBeCloseTo(0.5, 2);
    expect(ratio(-721)).toBeCloseTo(0.5, 2);
    expect(ratio(1500)).toBeCloseTo(1, 2);
    expect(ratio(-1500)).toBeCloseTo(1, 2);
  });

  test("silence stays silent", () => {
    const sound = tone({ gain: 0 });
    master(sound, -18);
    expect(peak(sound.left)).toBe(0);
  });
});
