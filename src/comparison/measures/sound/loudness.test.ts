import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kWeighting } from "./k-weighting.ts";
import { measureLoudness } from "./loudness.ts";

interface Tone {
  /** Relative to the peak of the wave, as in EBU Tech 3341. */
  dbfs: number;
  seconds: number;
}

/** A sine with alternating levels, identical in the given number of channels. */
function tones(parts: readonly Tone[], { hertz = 1000, sampleRate = 48_000, channels = 2 } = {}) {
  const samples = new Float32Array(parts.reduce((sum, each) => sum + each.seconds, 0) * sampleRate);
  let at = 0;
  for (const { dbfs, seconds } of parts) {
    const level = 10 ** (dbfs / 20);
    for (const end = at + seconds * sampleRate; at < end; at += 1) {
      samples[at] = level * Math.sin((2 * Math.PI * hertz * at) / sampleRate);
    }
  }
  return { channels: Array.from({ length: channels }, () => samples), sampleRate };
}

describe("the weighting", () => {
  it("matches the standard's coefficients at 48 kHz (BS.1770-4, tables 1 and 2)", () => {
    const [shelf, pass] = kWeighting(48_000);
    const table = [
      1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
      -1.99004745483398, 0.99007225036621,
    ];
    for (const [place, value] of [...shelf.b, ...shelf.a, ...pass.a].entries()) {
      expect(value).toBeCloseTo(table[place] ?? 0, 7);
    }
  });
});

describe("loudness", () => {
  it("is -3.01 for a full-scale 997 Hz sine in one channel (BS.1770-4, annex 1)", () => {
    const sound = tones([{ dbfs: 0, seconds: 5 }], { hertz: 997, channels: 1 });
    expect(measureLoudness(sound).integrated).toBeCloseTo(-3.01, 1);
  });

  it.each([
    { dbfs: -18, lufs: -18 },
    { dbfs: -20, lufs: -20 },
  ])("is $lufs for a 997 Hz sine of $dbfs dBFS in both channels", ({ dbfs, lufs }) => {
    const sound = tones([{ dbfs, seconds: 5 }], { hertz: 997 });
    expect(measureLoudness(sound).integrated).toBeCloseTo(lufs, 1);
  });

  // EBU Tech 3341, table 1, requires ±0.1 LU. Cases 4 and 5 test the gates.
  it.each<[name: string, lufs: number, parts: Tone[]]>([
    ["1", -23, [{ dbfs: -23, seconds: 20 }]],
    ["2", -33, [{ dbfs: -33, seconds: 20 }]],
    [
      "4, shortened",
      -23,
      [
        { dbfs: -72, seconds: 5 },
        { dbfs: -36, seconds: 5 },
        { dbfs: -23, seconds: 30 },
        { dbfs: -36, seconds: 5 },
        { dbfs: -72, seconds: 5 },
      ],
    ],
    [
      "5",
      -23,
      [
        { dbfs: -26, seconds: 20 },
        { dbfs: -20, seconds: 20.1 },
        { dbfs: -26, seconds: 20 },
      ],
    ],
  ])("meets the EBU test case %s", (_, lufs, parts) => {
    const { integrated } = measureLoudness(tones(parts));
    expect(Math.abs((integrated ?? 0) - lufs)).toBeLessThanOrEqual(0.1);
  });

  it.each([8000, 22_050, 44_100, 96_000])(
    "does not depend on the sample rate: %i Hz",
    (sampleRate) => {
      const sound = tones([{ dbfs: -23, seconds: 2 }], { sampleRate });
      expect(Math.abs((measureLoudness(sound).integrated ?? 0) + 23)).toBeLessThanOrEqual(0.1);
    },
  );

  it("weights surround channels higher and ignores the LFE channel", () => {
    const { channels, sampleRate } = tones([{ dbfs: -23, seconds: 1 }], { channels: 6 });
    const silent = new Float32Array(sampleRate);
    const only = (channel: number) =>
      measureLoudness({
        channels: channels.map((samples, each) => (each === channel ? samples : silent)),
        sampleRate,
      }).integrated;
    expect((only(4) ?? 0) - (only(0) ?? 0)).toBeCloseTo(1.49, 2);
    expect(only(3)).toBeNull();
  });

  it("is reported every 100 ms, and not for short or silent clips", () => {
    const { momentary } = measureLoudness(tones([{ dbfs: -23, seconds: 2 }]));
    expect(momentary).toHaveLength(17);
    expect(momentary[10]).toBeCloseTo(-23, 1);
    const short = measureLoudness(tones([{ dbfs: -23, seconds: 0.3 }]));
    expect(short).toEqual({ momentary: new Float32Array(0), integrated: null });
    const silent = measureLoudness({ channels: [new Float32Array(48_000)], sampleRate: 48_000 });
    expect(silent.integrated).toBeNull();
    expect(measureLoudness({ channels: [], sampleRate: 48_000 }).integrated).toBeNull();
  });

  it("grows by one LU per decibel", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: Math.fround(-0.5), max: Math.fround(0.5), noNaN: true }), {
          minLength: 40,
          maxLength: 40,
        }),
        fc.double({ min: -12, max: 6, noNaN: true }),
        (shape, gainDb) => {
          const gain = 10 ** (gainDb / 20);
          const samples = Float32Array.from({ length: 4000 }, (_, at) => shape[at % 40] ?? 0);
          const before = measureLoudness({ channels: [samples], sampleRate: 8000 }).integrated;
          const after = measureLoudness({
            channels: [samples.map((each) => each * gain)],
            sampleRate: 8000,
          }).integrated;
          // Sound below the absolute gate has no loudness.
          if (before === null || after === null) return;
          expect(after - before).toBeCloseTo(gainDb, 3);
        },
      ),
    );
  });
});
