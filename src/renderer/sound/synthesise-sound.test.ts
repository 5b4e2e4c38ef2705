import { describe, expect, test } from "vitest";
import { loudnessOf } from "./loudness.ts";
import { type SoundRequest, synthesiseSound } from "./synthesise-sound.ts";
import { bandOf, peakOf, rmsOf } from "./testing/measure.ts";

function requestFor(prompt: string, negativePrompt = ""): SoundRequest {
  return { prompt, negativePrompt, durationSeconds: 5 };
}

const PROMPTS = [
  "a storm over the sea, rain and thunder",
  "a meadow at night",
  "a campfire burns",
  "an astronaut drifts through a galaxy",
  "a night market with a crowd",
  '[Fisherman, low voice]: "come closer, the tide is turning."',
  "😀🏳️‍🌈",
];

test.for(PROMPTS)("levels are in range: %s", (prompt) => {
  const sound = synthesiseSound(requestFor(prompt));
  for (const channel of [sound.left, sound.right]) {
    expect(channel).toHaveLength(5 * 48_000);
    expect(channel.every(Number.isFinite)).toBe(true);
    expect(peakOf(channel)).toBeLessThan(0.9);
    expect(rmsOf(channel)).toBeGreaterThan(0.03);
    // Both ends are faded, so that the clip starts, ends and loops without a click.
    expect(Math.abs(channel[0] ?? 1)).toBeLessThan(0.001);
    expect(Math.abs(channel.at(-1) ?? 1)).toBeLessThan(0.001);
  }
  expect(loudnessOf(sound)).toBeCloseTo(-18, 0);
});

test("the same request gives the same sound, another one a different sound", () => {
  const once = synthesiseSound(requestFor("a quiet harbour"));
  const again = synthesiseSound(requestFor("a quiet harbour"));
  const other = synthesiseSound(requestFor("a loud harbour"));
  expect(Buffer.compare(Buffer.from(once.left.buffer), Buffer.from(again.left.buffer))).toBe(0);
  expect(Buffer.compare(Buffer.from(once.left.buffer), Buffer.from(other.left.buffer))).not.toBe(0);
});

test("the channels differ", () => {
  const { left, right } = synthesiseSound(requestFor("rain over a city"));
  expect(rmsOf(left.map((sample, index) => sample - (right[index] ?? 0)))).toBeGreaterThan(0.01);
});

describe("speech", () => {
  const LINE = '"come closer, come closer"';
  const HUSHED = "portrait of a man, no background music.";

  test("raises voice frequencies while the line is spoken", () => {
    // The line is at the end of the prompt, so it is spoken in the second half of the clip.
    const { left } = synthesiseSound(requestFor(`${HUSHED} ${LINE}`));
    for (const hertz of [500, 1800]) {
      const band = bandOf(left, hertz);
      expect(rmsOf(band, 2.6, 4.4)).toBeGreaterThan(5 * rmsOf(band, 0.3, 1.5));
    }
  });

  test("is early when the prompt starts with it", () => {
    const { left } = synthesiseSound(requestFor(`${LINE} ${HUSHED}`));
    const band = bandOf(left, 500);
    expect(rmsOf(band, 0.6, 2)).toBeGreaterThan(5 * rmsOf(band, 3.6, 4.8));
  });

  test("ducks the ambience", () => {
    const quiet = synthesiseSound(requestFor(`rain, no music. ${LINE}`));
    const hiss = bandOf(quiet.left, 7500);
    expect(rmsOf(hiss, 3, 4.3)).toBeLessThan(0.75 * rmsOf(hiss, 0.4, 1.6));
  });

  test("differs between two speakers", () => {
    const low = synthesiseSound(requestFor(`${HUSHED} [Old man, deep voice]: ${LINE}`));
    const high = synthesiseSound(requestFor(`${HUSHED} [Little girl, excited]: ${LINE}`));
    const depth = (samples: Float32Array) =>
      rmsOf(bandOf(samples, 100)) / rmsOf(bandOf(samples, 300));
    expect(depth(low.left)).toBeGreaterThan(depth(high.left));
  });
});
