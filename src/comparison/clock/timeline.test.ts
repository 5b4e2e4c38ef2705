import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTimeline, type TimedClip } from "./timeline.ts";

function clip(frameRate: number, frames: number, round = (time: number) => time): TimedClip {
  return {
    frameRate,
    frameTimes: Array.from({ length: frames }, (_, frame) => round(frame / frameRate)),
    durationS: frames / frameRate,
  };
}

const anyClip = fc
  .record({
    rate: fc.constantFrom(12, 23.976, 24, 25, 29.97, 30, 60),
    frames: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ rate, frames }) => clip(rate, frames));

describe("the common timeline", () => {
  it("gives two clips of one rate the same number everywhere, even if one has rounded times", () => {
    const rounded = clip(24, 240, (time) => Math.round(time * 1000) / 1000);
    const timeline = createTimeline({ left: clip(24, 240), right: rounded }, 0);
    for (let frame = 0; frame < 240; frame += 1) {
      expect(timeline.frameOf("left", frame)).toBe(frame);
      expect(timeline.frameOf("right", frame)).toBe(frame);
    }
  });

  it("uses the higher of two rates, and shows the other clip's frame at that time", () => {
    const timeline = createTimeline({ left: clip(24, 48), right: clip(30, 60) }, 0);
    expect([timeline.frameRate, timeline.frameCount]).toEqual([30, 60]);
    const shown = [0, 1, 2, 3, 4, 5, 6].map((frame) => timeline.frameOf("left", frame));
    expect(shown).toEqual([0, 1, 2, 2, 3, 4, 5]);
    expect(timeline.frameOf("left", 59)).toBe(47);
  });

  it("holds the last frame of the shorter clip", () => {
    const timeline = createTimeline({ left: clip(24, 24), right: clip(24, 36) }, 0);
    expect(timeline.frameCount).toBe(36);
    expect(timeline.frameOf("left", 35)).toBe(23);
  });

  it("offsets the right clip and keeps the left one's numbers", () => {
    const clips = { left: clip(24, 24), right: clip(24, 24) };
    const later = createTimeline(clips, 3);
    expect([later.frameCount, later.frameOf("right", 2), later.frameOf("right", 10)]).toEqual([
      27, 0, 7,
    ]);
    const sooner = createTimeline(clips, -3);
    expect([sooner.frameCount, sooner.frameOf("right", 0)]).toEqual([24, 3]);
    expect([sooner.frameOf("left", 10), sooner.frameOf("right", 23)]).toEqual([10, 23]);
  });

  it("never goes back, skips no frame of the clip with the higher rate, and stays inside both", () => {
    fc.assert(
      fc.property(anyClip, anyClip, fc.integer({ min: -50, max: 50 }), (left, right, offset) => {
        const timeline = createTimeline({ left, right }, offset);
        for (const [side, { frameTimes }] of [["left", left] as const, ["right", right] as const]) {
          let before = timeline.frameOf(side, 0);
          expect(before).toBeGreaterThanOrEqual(0);
          for (let frame = 1; frame < timeline.frameCount; frame += 1) {
            const now = timeline.frameOf(side, frame);
            expect(now).toBeGreaterThanOrEqual(before);
            expect(now).toBeLessThan(frameTimes.length);
            before = now;
          }
          // The left clip covers the timeline from its first frame to its last.
          if (side === "left") expect(before).toBe(frameTimes.length - 1);
          if (side === "left" && left.frameRate >= right.frameRate) {
            expect(timeline.frameOf("left", frameTimes.length - 1)).toBe(frameTimes.length - 1);
          }
        }
      }),
    );
  });
});
