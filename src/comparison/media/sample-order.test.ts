import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameRateOf, presentationOrder, type TimedSample } from "./sample-order.ts";

/** Samples in decode order by frame number. A leading K marks a key sample. */
function samples(
  order: string,
  at = (frame: number) => frame / 24,
  duration = 1 / 24,
): TimedSample[] {
  return order.split(" ").map((each) => ({
    isKey: each.startsWith("K"),
    timestamp: at(Number(each.replace("K", ""))),
    duration,
  }));
}

describe("display order", () => {
  it("differs from decode order with B-frames", () => {
    const order = presentationOrder(samples("K0 3 1 2 6 4 5"));
    expect(order.samples.map(({ frame }) => frame)).toEqual([0, 3, 1, 2, 6, 4, 5]);
    expect(order.sampleOf).toEqual([0, 2, 3, 1, 5, 6, 4]);
  });

  it("starts at zero, whatever the file's first timestamp, and ends with the last frame", () => {
    const order = presentationOrder(samples("K0 1 2", (frame) => 5 + frame / 24));
    expect(order.firstTimeS).toBe(5);
    expect(order.frameTimes[0]).toBe(0);
    expect(order.durationS).toBeCloseTo(3 / 24);
    expect(frameRateOf(order)).toBeCloseTo(24);
  });

  it("decodes but doesn't show what an edit list removed", () => {
    const order = presentationOrder(samples("K0 1 2 3", (frame) => (frame - 2) / 24));
    expect(order.samples.map(({ frame }) => frame)).toEqual([-1, -1, 0, 1]);
    expect(order.keyOf[order.sampleOf[0] ?? 0]).toBe(0);
    expect(order.firstTimeS).toBe(0);
  });

  it("shows everything if an edit list would remove everything", () => {
    const order = presentationOrder(samples("K0 1", (frame) => frame - 10));
    expect(order.samples.map(({ frame }) => frame)).toEqual([0, 1]);
    expect(order.firstTimeS).toBe(-10);
  });

  it("lasts until the end of the frame that is shown last", () => {
    const durations = [0.1, 0.1, 0.5];
    const order = presentationOrder(
      durations.map((duration, index) => ({ isKey: index === 0, timestamp: index / 10, duration })),
    );
    expect(order.durationS).toBeCloseTo(0.7);
    expect(frameRateOf(order)).toBeCloseTo(10);
    expect(frameRateOf(presentationOrder(samples("K0", undefined, 0.5)))).toBe(2);
  });

  it("works without durations", () => {
    const order = presentationOrder(samples("K0 1 2 3", undefined, 0));
    expect(order.durationS).toBeCloseTo(4 / 24);
    const slow = presentationOrder(samples("K0 1 2 3", (frame) => frame / 10, 0));
    expect(slow.durationS).toBeCloseTo(0.4);
    expect(presentationOrder(samples("K0", undefined, 0)).durationS).toBeCloseTo(1 / 24);
  });

  it("reaches frames decoded after a keyframe but shown before it from the previous group", () => {
    const order = presentationOrder(samples("K0 1 K4 2 3 5"));
    expect([2, 3, 4, 5].map((frame) => order.keyOf[order.sampleOf[frame] ?? 0])).toEqual([
      0, 0, 2, 2,
    ]);
  });

  it("numbers every frame once in ascending time", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(40).keys()], { minLength: 1 }), (frames) => {
        const order = presentationOrder(samples(frames.map((frame) => `K${frame}`).join(" ")));
        expect(order.samples.map(({ frame }) => frame).sort((a, b) => a - b)).toEqual(
          frames.map((_, index) => index),
        );
        expect(order.frameTimes).toEqual([...order.frameTimes].sort((a, b) => a - b));
        for (const [frame, sample] of order.sampleOf.entries()) {
          expect(order.samples[sample]?.frame).toBe(frame);
        }
      }),
    );
  });
});
