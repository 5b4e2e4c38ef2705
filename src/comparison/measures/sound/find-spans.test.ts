import { describe, expect, it } from "vitest";
import { findClipping, findSilence } from "./find-spans.ts";

const sampleRate = 1000;

/** A sound of 0.5 with other samples at some places. */
function samples(length: number, ...parts: [start: number, values: number[]][]) {
  const sound = new Float32Array(length).fill(0.5);
  for (const [start, values] of parts) sound.set(values, start);
  return sound;
}

const repeat = (value: number, count: number) => Array.from({ length: count }, () => value);

describe("clipping", () => {
  const clipped = (...channels: Float32Array<ArrayBuffer>[]) =>
    findClipping({ channels, sampleRate });

  it("is at least three samples in a row at full scale, up or down", () => {
    expect(clipped(samples(100, [10, [1, -1, 1]]))).toEqual([{ startS: 0.01, endS: 0.013 }]);
    expect(clipped(samples(100, [10, [1.2, -1.2, 1.2]]))).toHaveLength(1);
    expect(clipped(samples(100, [10, [1, 1]], [13, [1, 1]]))).toEqual([]);
    expect(clipped(samples(10, [7, [1, 1, 1]]))).toEqual([{ startS: 0.007, endS: 0.01 }]);
    expect(clipped(samples(10, [0, [1, 1, 1]]))).toEqual([{ startS: 0, endS: 0.003 }]);
  });

  it("begins within two steps of 16 bits below 1", () => {
    expect(clipped(samples(100, [10, repeat(32_766 / 32_768, 3)]))).toHaveLength(1);
    expect(clipped(samples(100, [10, repeat(32_765 / 32_768, 3)]))).toEqual([]);
  });

  it("is one span across short gaps, also between channels", () => {
    const near = samples(500, [10, repeat(1, 3)], [112, repeat(1, 3)]);
    expect(clipped(near)).toEqual([{ startS: 0.01, endS: 0.115 }]);
    const far = samples(500, [10, repeat(1, 3)], [114, repeat(1, 3)]);
    expect(clipped(far)).toHaveLength(2);
    const [one, other] = [samples(500, [200, repeat(1, 3)]), samples(500, [150, repeat(1, 80)])];
    expect(clipped(one, other)).toEqual([{ startS: 0.15, endS: 0.23 }]);
    expect(clipped(samples(500, [400, repeat(1, 3)]), samples(500, [10, repeat(1, 3)]))).toEqual([
      { startS: 0.01, endS: 0.013 },
      { startS: 0.4, endS: 0.403 },
    ]);
  });
});

describe("silence", () => {
  const silent = (...channels: Float32Array<ArrayBuffer>[]) =>
    findSilence({ channels, sampleRate });

  it("is at least half a second below -60 dBFS", () => {
    expect(silent(samples(900, [100, repeat(0, 500)]))).toEqual([{ startS: 0.1, endS: 0.6 }]);
    expect(silent(samples(900, [100, repeat(0, 499)]))).toEqual([]);
    expect(silent(samples(900, [100, repeat(-0.0009, 500)]))).toHaveLength(1);
    expect(silent(samples(900, [100, repeat(0.0011, 500)]))).toEqual([]);
    expect(silent(samples(900, [100, repeat(-0.0011, 500)]))).toEqual([]);
  });

  it("is where no channel has sound", () => {
    const [one, other] = [samples(900, [0, repeat(0, 700)]), samples(900, [100, repeat(0, 800)])];
    expect(silent(one, other)).toEqual([{ startS: 0.1, endS: 0.7 }]);
    expect(silent()).toEqual([]);
  });
});
