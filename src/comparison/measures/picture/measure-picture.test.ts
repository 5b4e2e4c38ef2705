import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRuns } from "./find-runs.ts";
import { frameChange, frameFigures, sharpnessOf } from "./frame-figures.ts";
import { measurePicture } from "./measure-picture.ts";
import type { Luma } from "./scale-plane.ts";

const WIDTH = 64;
const HEIGHT = 48;

function luma(valueAt: (x: number, y: number) => number): Luma {
  const values = Float32Array.from({ length: WIDTH * HEIGHT }, (_, at) =>
    valueAt(at % WIDTH, Math.floor(at / WIDTH)),
  );
  return { values, width: WIDTH, height: HEIGHT };
}

const flat = (value: number) => luma(() => value);
/** Vertical stripes that move to the right. */
const stripes = (shift: number, period = 16) =>
  luma((x) => 128 + 100 * Math.sin((2 * Math.PI * (x - shift)) / period));
/** A brighter shot with different content. */
const blocks = (shift: number) => luma((x, y) => ((x + shift) % 32 < 16 === y < 24 ? 230 : 30));

/** Measures frames. Null is a frame that the decoder skipped. */
function measure(frames: readonly (Luma | null)[], frameRate = 24) {
  const collected = measurePicture({
    frameCount: frames.length,
    frameTimes: frames.map((_, frame) => frame / frameRate),
    frameRate,
  });
  for (const [index, frame] of frames.entries()) if (frame) collected.add(index, frame);
  return collected.finish();
}

const times = (count: number, frameOf: (index: number) => Luma) =>
  Array.from({ length: count }, (_, index) => frameOf(index));

describe("sharpness", () => {
  it("is the variance of the Laplacian, for a known pattern", () => {
    // Single pixels of 1 and -1: the Laplacian is 8 and -8 everywhere.
    expect(sharpnessOf(luma((x, y) => ((x + y) % 2 ? 1 : -1)))).toBeCloseTo(64, 3);
    expect(sharpnessOf(flat(90))).toBe(0);
    expect(sharpnessOf(luma((x) => x * 3))).toBeCloseTo(0, 3);
  });

  it("is lower for blurred stripes", () => {
    const soft = luma((x) => 128 + 50 * Math.sin((2 * Math.PI * x) / 16));
    expect(sharpnessOf(soft) / sharpnessOf(stripes(0))).toBeCloseTo(0.25, 3);
    expect(sharpnessOf(stripes(0, 8))).toBeGreaterThan(sharpnessOf(stripes(0)));
  });
});

describe("motion", () => {
  it("is the change per second, at any frame rate", () => {
    const slow = measure(
      times(12, (frame) => stripes(frame * 0.5)),
      24,
    ).motion;
    const fine = measure(
      times(24, (frame) => stripes(frame * 0.25)),
      48,
    ).motion;
    const fast = measure(
      times(12, (frame) => stripes(frame)),
      24,
    ).motion;
    expect(fine[5]).toBeCloseTo(slow[5] ?? 0, -1);
    expect((fast[5] ?? 0) / (slow[5] ?? 1)).toBeCloseTo(2, 1);
    expect(slow[0]).toBeNaN();
  });

  it("ignores global brightness changes", () => {
    const { motion } = measure(times(8, (frame) => flat(80 + frame * 10)));
    expect(motion.subarray(1)).toEqual(new Float32Array(7));
  });
});

describe("flicker", () => {
  it("detects a frame brighter than both neighbours, but not a fade", () => {
    const fade = measure(times(8, (frame) => flat(80 + frame * 10))).flicker;
    expect([...fade.subarray(1, 7)]).toEqual([0, 0, 0, 0, 0, 0]);
    const flicker = measure(times(8, (frame) => flat(frame === 4 ? 105.5 : 80))).flicker;
    expect(flicker[4]).toBeCloseTo(10, 5);
    expect(flicker[3]).toBeCloseTo(5, 5);
    expect(flicker[6]).toBe(0);
    expect(flicker[0]).toBeNaN();
  });
});

describe("frozen frames", () => {
  it("cover a still run from first to last frame", () => {
    const moving = (frame: number) => stripes(frame);
    const frames = [
      ...times(10, moving),
      ...times(8, () => stripes(10)),
      ...times(6, (frame) => moving(frame + 12)),
    ];
    expect(measure(frames).frozen).toEqual([{ first: 10, last: 17 }]);
  });

  it("exclude repeated frames and still scenes with small motion", () => {
    expect(measure(times(20, (frame) => stripes(Math.floor(frame / 2)))).frozen).toEqual([]);
    const small = (frame: number) => luma((x, y) => (y < 4 && Math.abs(x - frame) < 2 ? 200 : 90));
    expect(measure(times(20, small)).frozen).toEqual([]);
  });
});

describe("black frames", () => {
  it("are dark everywhere", () => {
    const dot = luma((x, y) => (x === 3 && y === 3 ? 255 : 4));
    const night = luma((x) => (x < 4 ? 120 : 4));
    const frames = [flat(90), flat(10), dot, flat(90), night, flat(0)];
    expect(measure(frames).black).toEqual([
      { first: 1, last: 2 },
      { first: 5, last: 5 },
    ]);
  });
});

describe("cuts", () => {
  it("are found at the start of another shot", () => {
    const frames = [...times(12, (at) => stripes(at)), ...times(12, (at) => blocks(at))];
    const report = measure(frames);
    expect(report.cuts).toEqual([12]);
    expect(report.motion[12]).toBeNaN();
    expect(report.flicker[11]).toBeNaN();
    expect(report.flicker[12]).toBeNaN();
    expect(report.motion[13]).toBeGreaterThan(0);
  });

  it("exclude fast motion, fades and flashes", () => {
    expect(measure(times(24, (at) => blocks(at * 7))).cuts).toEqual([]);
    expect(measure(times(24, (at) => flat(at * 10))).cuts).toEqual([]);
    const flash = times(24, (at) => (at === 10 || at === 11 ? flat(255) : stripes(at)));
    expect(measure(flash).cuts).toEqual([]);
  });

  it("exclude lightning and a lamp that is switched on", () => {
    const lit = luma((x) => 200 + 40 * Math.sin((Math.PI * x) / 8));
    const frames = [...times(12, () => stripes(0)), ...times(12, () => lit)];
    expect(measure(frames).cuts).toEqual([]);
  });

  it("use the clip's frame numbers even if the decoder skipped frames", () => {
    const frames = [...times(12, (at) => stripes(at)), ...times(12, (at) => blocks(at))];
    const report = measure(frames.map((frame, index) => (index === 5 ? null : frame)));
    expect(report.cuts).toEqual([12]);
    expect(report.sharpness[5]).toBeNaN();
    // The change of two frames over the time of two frames.
    expect((report.motion[6] ?? 0) / (report.motion[4] ?? 1)).toBeCloseTo(1, 1);
  });
});

describe("any picture", () => {
  const anyLuma = fc
    .array(fc.float({ min: 0, max: 255, noNaN: true }), { minLength: 16, maxLength: 64 })
    .map((values) => luma((x, y) => values[(x * 7 + y * 13) % values.length] ?? 0));

  it("has measures within their bounds", () => {
    fc.assert(
      fc.property(anyLuma, anyLuma, (one, other) => {
        const figures = frameFigures(one);
        expect(figures.histogram.reduce((sum, each) => sum + each, 0)).toBeCloseTo(4, 2);
        expect(figures.mean).toBeLessThanOrEqual(255);
        const [before, after] = [one, other].map((each) => ({
          luma: each,
          mean: frameFigures(each).mean,
        }));
        if (!before || !after) throw new Error("no frames");
        const change = frameChange(before, after);
        expect(change.motion).toBeGreaterThanOrEqual(0);
        expect(change.motion).toBeLessThanOrEqual(255);
        expect(Math.abs(change.correlation)).toBeLessThanOrEqual(1.001);
        expect(frameChange(before, before)).toMatchObject({ motion: 0, maxBlockChange: 0 });
      }),
      { numRuns: 30 },
    );
  });

  it("is frozen or black in every run that is long enough, and in no other", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.integer({ min: 1, max: 4 }), (flags, least) => {
        const runs = findRuns(flags.length, (frame) => flags[frame] ?? false, least);
        for (const { first, last } of runs) {
          expect(flags.slice(first, last + 1)).not.toContain(false);
          expect(last - first + 1).toBeGreaterThanOrEqual(least);
          expect([flags[first - 1] ?? false, flags[last + 1] ?? false]).toEqual([false, false]);
        }
        const found = runs.reduce((sum, { first, last }) => sum + last - first + 1, 0);
        const text = flags.map((flag) => (flag ? "x" : " ")).join("");
        const long = text.split(" ").filter((run) => run.length >= least);
        expect(found).toBe(long.join("").length);
      }),
    );
  });
});
