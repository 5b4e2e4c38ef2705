import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aClipMedia } from "../testing/fake-comparison.ts";
import type { ClipReport } from "./report.ts";
import { createTimelineMappings } from "./timeline-mapping.ts";
import { pathOf, scaleOf, summarise, type Trace, traceOf } from "./traces.ts";

function trace(...values: number[]): Trace {
  const floats = Float32Array.from(values);
  return {
    times: values.map((_, index) => index),
    values: floats,
    valueAt: (frame) => floats[frame] ?? Number.NaN,
  };
}

const positionAt = (seconds: number) => seconds / 10;
const { NaN: none } = Number;

describe("the trace of a measure", () => {
  const media = aClipMedia({ frameCount: 4, frameRate: 10 });
  const empty = new Float32Array();
  const report: ClipReport = {
    picture: {
      sharpness: Float32Array.of(1, 2, 3, 4),
      motion: empty,
      flicker: empty,
      frozen: [],
      black: [],
      cuts: [],
    },
    sound: {
      momentary: Float32Array.of(-30, -20, -10),
      integrated: null,
      truePeak: 0,
      clipped: [],
      silent: [],
    },
  };

  it("has a value per frame of the picture", () => {
    const line = traceOf("sharpness", report, media);
    expect(line?.times).toEqual(media.frameTimes);
    expect(line?.values).toBe(report.picture.sharpness);
    expect([0, 3, 9].map((at) => line?.valueAt(at))).toEqual([1, 4, none]);
  });

  it("has a value per window of the sound, at the window's middle", () => {
    const line = traceOf("loudness", report, media);
    expect(line?.times.map((time) => time.toFixed(1))).toEqual(["0.2", "0.3", "0.4"]);
    // Before the first window's middle, and after the last one's, that window counts.
    expect([0, 2, 3, 9].map((at) => line?.valueAt(at))).toEqual([-30, -30, -20, -30]);
    const long = aClipMedia({ frameCount: 100, frameRate: 10 });
    expect(traceOf("loudness", report, long)?.valueAt(50)).toBe(-10);
    expect(traceOf("loudness", { ...report, sound: "none" }, media)).toBeNull();
  });
});

describe("a line", () => {
  it("runs from bottom to top, with gaps for unknown values", () => {
    const scale = { low: 0, high: 10 };
    expect(pathOf(trace(0, 10, none, 5, 20), scale, positionAt)).toBe(
      "M0.0 1000.0L100.0 0.0M300.0 500.0L400.0 0.0",
    );
  });

  it("shows an isolated value", () => {
    expect(pathOf(trace(none, 5, none), { low: 0, high: 10 }, positionAt)).toBe("M100.0 500.0h0");
    expect(pathOf(trace(none), { low: 0, high: 10 }, positionAt)).toBe("");
  });

  it("is scaled to the higher side without exaggerating small values", () => {
    expect(scaleOf("sharpness", [trace(100, 400), trace(40)])).toEqual({ low: 0, high: 500 });
    const small = (["sharpness", "motion", "flicker"] as const).map(
      (name) => scaleOf(name, [trace(0.01), null]).high,
    );
    expect(small).toEqual([25, 6.25, 1.25]);
    expect(scaleOf("loudness", [null, null])).toEqual({ low: -60, high: 0 });
  });

  it("stays within the chart for any values", () => {
    const value = fc.oneof(fc.float(), fc.constant(Number.NEGATIVE_INFINITY));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), (values) => {
        const path = pathOf(trace(...values), { low: -60, high: 0 }, positionAt);
        for (const [, y] of path.matchAll(/[ML][\d.]+ (-?[\d.]+)/g)) {
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(1000);
        }
        expect(path).not.toMatch(/NaN|Infinity/);
      }),
    );
  });
});

describe("the summary", () => {
  it("omits unknown values", () => {
    const summary = { average: 4, highest: 6, highestAt: 3 };
    expect(summarise(trace(none, 2, none, 6))).toEqual(summary);
    expect(summarise(trace(none, none))).toBeNull();
    expect(summarise(trace())).toBeNull();
  });
});

describe("positions on the timeline", () => {
  const clip = (frameRate: number, count: number) => ({
    frameRate,
    frameTimes: Array.from({ length: count }, (_, frame) => frame / frameRate),
    durationS: count / frameRate,
  });
  const clips = { left: clip(24, 48), right: clip(12, 24) };

  it("match where each frame is shown, also with another frame rate and an offset", () => {
    const state = { frameRate: 24, frameCount: 54, offsetFrames: 6 };
    const { left, right } = createTimelineMappings(clips, state);
    expect([left.frameAt(1), right.frameAt(1)]).toEqual([24, 30]);
    expect(right.chartPositionAt(0)).toBeCloseTo(6 / 53, 10);
    expect([left.chartPositionAt(0), left.chartPositionAt(53 / 24)]).toEqual([0, 1]);
    for (const [own, time] of clips.right.frameTimes.entries()) {
      expect(right.clipFrame(right.frameAt(time))).toBe(own);
    }
  });

  it("are always on the timeline", () => {
    const state = { frameRate: 24, frameCount: 48, offsetFrames: -6 };
    const { right } = createTimelineMappings(clips, state);
    expect([right.frameAt(0), right.frameAt(99)]).toEqual([0, 47]);
  });
});
