import { describe, expect, it } from "vitest";
import { measureSound } from "./measure-sound.ts";
import { truePeak } from "./true-peak.ts";

const sampleRate = 48_000;

function sine(hertz: number, level: number, phase = 0) {
  return Float32Array.from(
    { length: sampleRate },
    (_, at) => level * Math.sin((2 * Math.PI * hertz * at) / sampleRate + phase),
  );
}

describe("the true peak", () => {
  // EBU Tech 3341, cases 15 to 19: tolerance +0.2, -0.4 dB. All samples of case 17 are 3 dB below the wave's top.
  it.each([
    { name: "15", hertz: 12_000, level: 0.5, phase: 0, db: -6 },
    { name: "16", hertz: 12_000, level: 0.5, phase: Math.PI / 4, db: -6 },
    { name: "17", hertz: 8000, level: 0.5, phase: Math.PI / 3, db: -6 },
    { name: "18", hertz: 6000, level: 0.5, phase: (67.5 * Math.PI) / 180, db: -6 },
    { name: "19", hertz: 12_000, level: 1.41, phase: Math.PI / 4, db: 3 },
  ])("meets the EBU test case $name", ({ hertz, level, phase, db }) => {
    // Faded in, as in the test case. A sine that starts abruptly has a higher peak there.
    const wave = sine(hertz, level, phase).map((each, at) => each * Math.min(1, at / 4800));
    const peak = truePeak([wave]);
    expect(peak - db).toBeGreaterThan(-0.4);
    expect(peak - db).toBeLessThan(0.2);
  });

  it("is that of the loudest channel, and missing for silence", () => {
    expect(truePeak([sine(440, 0.1), sine(440, 1)])).toBeCloseTo(0, 1);
    expect(truePeak([new Float32Array(10)])).toBe(Number.NEGATIVE_INFINITY);
    expect(truePeak([])).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("a clip's sound", () => {
  it("is clipped if several consecutive samples are at full scale", () => {
    const loud = sine(440, 1.5).map((each) => Math.max(-1, Math.min(1, each)));
    const quiet = sine(440, 0.5);
    const samples = new Float32Array([...quiet, ...loud, ...quiet]);
    const { clipped } = measureSound({ channels: [quiet, samples], sampleRate });
    expect(clipped).toHaveLength(1);
    expect(clipped[0]?.startS).toBeCloseTo(1, 2);
    expect(clipped[0]?.endS).toBeCloseTo(2, 2);
  });

  it("is not clipped by single full-scale samples", () => {
    const samples = sine(440, 0.5);
    for (const at of [100, 101, 5000, 40_000]) samples[at] = 1;
    expect(measureSound({ channels: [samples], sampleRate }).clipped).toEqual([]);
    samples[102] = 1;
    expect(measureSound({ channels: [samples], sampleRate }).clipped).toHaveLength(1);
  });

  it("is silent if no channel has sound for half a second", () => {
    const gap = new Float32Array(sampleRate / 2);
    const one = new Float32Array([...sine(440, 0.5), ...gap, ...sine(440, 0.5)]);
    const { silent } = measureSound({ channels: [one, one], sampleRate });
    expect(silent).toHaveLength(1);
    expect(silent[0]?.startS).toBeCloseTo(1, 2);
    expect(silent[0]?.endS).toBeCloseTo(1.5, 2);
    const other = new Float32Array(one.length).fill(0.01);
    expect(measureSound({ channels: [one, other], sampleRate }).silent).toEqual([]);
  });
});
