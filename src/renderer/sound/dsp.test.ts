import { describe, expect, test } from "vitest";
import { randomFor } from "../plan/prng.ts";
import {
  bandPass,
  type Filter,
  fromDecibels,
  highPass,
  lowPass,
  randomWalk,
  sine,
  sweptBand,
  whiteNoise,
} from "./dsp.ts";
import { SAMPLE_RATE } from "./stereo-sound.ts";

const rms = (samples: number[]) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

/** The gain of a filter at a frequency, once it has settled. */
function gainAt(filter: Filter, hertz: number): number {
  const at = (index: number) => Math.sin((2 * Math.PI * hertz * index) / SAMPLE_RATE);
  const output = Array.from({ length: SAMPLE_RATE / 4 }, (_, index) => filter(at(index)));
  return rms(output.slice(SAMPLE_RATE / 8)) * Math.SQRT2;
}

describe("a low-pass filter", () => {
  test("halves the power at its frequency", () => {
    expect(gainAt(lowPass(400), 400)).toBeCloseTo(Math.SQRT1_2, 1);
  });

  test("passes low frequencies, and halves high ones with each octave", () => {
    expect(gainAt(lowPass(400), 16)).toBeCloseTo(1, 2);
    expect(gainAt(lowPass(100), 1600) / gainAt(lowPass(100), 800)).toBeCloseTo(0.5, 1);
  });
});

describe("a high-pass filter", () => {
  test("halves the power at its frequency", () => {
    expect(gainAt(highPass(400), 400)).toBeCloseTo(Math.SQRT1_2, 1);
  });

  test("passes high frequencies, and halves low ones with each octave", () => {
    expect(gainAt(highPass(100), 8000)).toBeCloseTo(1, 1);
    expect(gainAt(highPass(1600), 80) / gainAt(highPass(1600), 160)).toBeCloseTo(0.5, 1);
  });
});

describe("a band-pass filter", () => {
  test("passes its frequency and weakens others, the sharper the more", () => {
    expect(gainAt(bandPass(1000, 4), 1000)).toBeCloseTo(1, 1);
    for (const hertz of [250, 4000]) {
      expect(gainAt(bandPass(1000, 4), hertz)).toBeLessThan(0.15);
      expect(gainAt(bandPass(1000, 1), hertz)).toBeGreaterThan(
        2 * gainAt(bandPass(1000, 4), hertz),
      );
    }
  });

  test("can follow another frequency", () => {
    const band = sweptBand(4);
    expect(gainAt((input) => band(input, 300), 300)).toBeCloseTo(1, 1);
    expect(gainAt((input) => band(input, 3000), 300)).toBeLessThan(0.15);
  });
});

test("a sine has its frequency, phase and full amplitude", () => {
  const [next, shifted] = [sine(480), sine(480, Math.PI / 2)];
  const wave = Array.from({ length: 4800 }, () => next());
  wave.forEach((sample, index) => {
    if (index % 7 === 0) expect(sample).toBeCloseTo(Math.sin((2 * Math.PI * index) / 100), 6);
  });
  expect([shifted(), shifted()]).toEqual([
    expect.closeTo(1, 6),
    expect.closeTo(Math.cos((2 * Math.PI) / 100), 6),
  ]);
});

test("white noise fills the range from -1 to 1 evenly", () => {
  const next = whiteNoise(randomFor(1, "noise"));
  const samples = Array.from({ length: 4000 }, () => next());
  expect(Math.min(...samples)).toBeGreaterThanOrEqual(-1);
  expect(Math.min(...samples)).toBeLessThan(-0.99);
  expect(Math.max(...samples)).toBeLessThanOrEqual(1);
  expect(Math.max(...samples)).toBeGreaterThan(0.99);
  expect(rms(samples)).toBeCloseTo(1 / Math.sqrt(3), 1);
});

describe("a random walk", () => {
  const drawn = [0.1, 0.9, 0.3, 0.6];

  /** A walk between the drawn numbers, with one second between two turns. */
  function walk(): number[] {
    const numbers = drawn.values();
    const next = randomWalk(() => numbers.next().value ?? 0, 1);
    return Array.from({ length: 2.5 * SAMPLE_RATE }, () => next());
  }

  test("goes smoothly from one random number to the next, at its pace", () => {
    const samples = walk();
    const at = (seconds: number) => samples[Math.round(seconds * SAMPLE_RATE)];
    expect([at(0), at(0.5), at(1), at(1.5), at(2)]).toEqual(
      [0.1, 0.5, 0.9, 0.6, 0.3].map((value) => expect.closeTo(value, 3)),
    );
    // Turns softly: a quarter of the time covers less than a quarter of the way.
    expect(at(0.25)).toBeLessThan(0.25);
    expect(at(0.25)).toBeGreaterThan(0.2);
    const steps = samples.slice(1).map((sample, index) => Math.abs(sample - (samples[index] ?? 9)));
    expect(Math.max(...steps)).toBeLessThan(2 / SAMPLE_RATE);
  });

  test("turns twice as often at twice the pace", () => {
    const numbers = drawn.values();
    const next = randomWalk(() => numbers.next().value ?? 0, 2);
    const samples = Array.from({ length: SAMPLE_RATE }, () => next());
    expect(samples[SAMPLE_RATE / 2]).toBeCloseTo(0.9, 3);
  });
});

test("20 decibels are a factor of ten", () => {
  expect([-20, 0, 6.0206, 40].map(fromDecibels)).toEqual(
    [0.1, 1, 2, 100].map((factor) => expect.closeTo(factor, 4)),
  );
});
