import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FrameTimes, frameAt, seekTimeOfFrame, timeOfFrame } from "./frame-time.ts";

/** A clip with these frame durations. The first frame starts at `startS`. */
function clipOf(lengths: readonly number[], startS = 0): FrameTimes {
  const frameStarts: number[] = [];
  let endS = startS;
  for (const length of lengths) {
    frameStarts.push(endS);
    endS += length;
  }
  return { frameStarts, endS };
}

const even = (frames: number, rate: number) => clipOf(Array<number>(frames).fill(1 / rate));

/** Constant and variable rates from 5 to 120 frames a second, starting at zero or later. */
const clips = fc
  .record({
    lengths: fc.array(fc.double({ min: 1 / 120, max: 0.2, noNaN: true }), {
      minLength: 1,
      maxLength: 300,
    }),
    startS: fc.constantFrom(0, 1 / 12, 2),
  })
  .map(({ lengths, startS }) => clipOf(lengths, startS));
const clipAndFrame = clips.chain((clip) =>
  fc.tuple(fc.constant(clip), fc.nat(clip.frameStarts.length - 1)),
);

describe("frames and times", () => {
  it("finds every frame from its start time on, even with times in whole microseconds", () => {
    fc.assert(
      fc.property(clipAndFrame, ([clip, frame]) => {
        const start = clip.frameStarts[frame] ?? 0;
        expect(frameAt(start, clip)).toBe(frame);
        expect(frameAt(Math.floor(start * 1e6) / 1e6, clip)).toBe(frame);
      }),
    );
  });

  it("seeks to a time inside the requested frame at any frame rate", () => {
    fc.assert(
      fc.property(clipAndFrame, ([clip, frame]) => {
        const time = seekTimeOfFrame(frame, clip);
        expect(frameAt(time, clip)).toBe(frame);
        expect(time).toBeGreaterThan(clip.frameStarts[frame] ?? 0);
        expect(time).toBeLessThan(clip.frameStarts[frame + 1] ?? clip.endS);
      }),
    );
  });

  it.each([12, 24, 25, 30_000 / 1001, 60, 120])(
    "counts single steps at %s frames a second",
    (rate) => {
      const clip = even(120, rate);
      let frame = 0;
      for (let step = 0; step < 119; step += 1) {
        frame = frameAt(seekTimeOfFrame(frame + 1, clip), clip);
        expect(frame).toBe(step + 1);
      }
    },
  );

  it("tells very short frames apart although a clock may report a frame too early", () => {
    const clip = even(10, 500);
    expect(frameAt(0.0013, clip)).toBe(0);
    expect(frameAt(0.0016, clip)).toBe(1);
  });

  it("stays on the last frame while a longer sound track plays on", () => {
    expect(frameAt(5.2, even(120, 24))).toBe(119);
  });

  it("counts from the first frame, whatever its timestamp", () => {
    const clip = clipOf([0.04, 0.04, 0.04], 0.08);
    expect(frameAt(0, clip)).toBe(0);
    expect(frameAt(0.08, clip)).toBe(0);
    expect(timeOfFrame(2, clip)).toBeCloseTo(0.08);
  });
});
