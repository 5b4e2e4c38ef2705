import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ASSUMED_FRAME_RATE,
  frameAt,
  frameCount,
  refineFrameRate,
  seekTimeOfFrame,
  seekTimeOfStep,
  timeOfFrame,
} from "./frame-time.ts";

const rates = fc.constantFrom(24, 25, 30_000 / 1001, 30, 48, 50, 60);
const durations = fc.constantFrom(5, 10, 1, 0.5);

describe("frames and times", () => {
  it("finds the frame again from the moment it begins, even off a clock of whole microseconds", () => {
    fc.assert(
      fc.property(rates, fc.nat(1200), (rate, frame) => {
        const start = timeOfFrame(frame, rate);
        expect(frameAt(start, rate)).toBe(frame);
        expect(frameAt(Math.floor(start * 1e6) / 1e6, rate)).toBe(frame);
      }),
    );
  });

  it("seeks to a moment inside the wanted frame and inside the clip", () => {
    fc.assert(
      fc.property(
        rates,
        durations,
        fc.integer({ min: -50, max: 1300 }),
        (rate, duration, wanted) => {
          const count = frameCount(duration, rate);
          const time = seekTimeOfFrame(wanted, rate, duration);
          expect(frameAt(time, rate)).toBe(Math.min(Math.max(wanted, 0), count - 1));
          expect(time).toBeGreaterThan(0);
          expect(time).toBeLessThan(count / rate);
        },
      ),
    );
  });

  it("steps exactly one frame at any rate from 24 to 31, measured or not", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 24, max: 31, noNaN: true }),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom(1, -1),
        (rate, frame, step) => {
          const time = seekTimeOfStep(timeOfFrame(frame, rate), step, ASSUMED_FRAME_RATE, 5);
          expect(Math.floor(time * rate)).toBe(frame + step);
        },
      ),
    );
  });

  it("steps back to where it came from", () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 0, max: 200 }), (rate, frame) => {
        const next = seekTimeOfStep(timeOfFrame(frame, rate), 1, rate, 10);
        const back = seekTimeOfStep(timeOfFrame(frameAt(next, rate), rate), -1, rate, 10);
        expect(frameAt(back, rate)).toBe(frame);
      }),
    );
  });

  it("stays inside the clip at both ends", () => {
    expect(frameAt(seekTimeOfStep(0, -1, 24, 5), 24)).toBe(0);
    expect(frameAt(seekTimeOfStep(timeOfFrame(119, 24), 1, 24, 5), 24)).toBe(119);
  });

  it("does not count the tail of a sound track as a frame", () => {
    expect(frameCount(5, 24)).toBe(120);
    expect(frameCount(5.013, 24)).toBe(120);
    expect(frameCount(10.02, 24)).toBe(240);
    expect(frameCount(9.999, 30)).toBe(300);
    expect(frameCount(0, 24)).toBe(1);
  });
});

describe("the frame rate", () => {
  it("comes to the true common rate from any frames seen, once two neighbours are among them", () => {
    fc.assert(
      fc.property(
        rates,
        fc.array(fc.nat(200), { maxLength: 20 }),
        fc.nat(200),
        (rate, frames, frame) => {
          const seen = [...frames, frame, frame + 1].map((n) => timeOfFrame(n, rate));
          let guess = ASSUMED_FRAME_RATE;
          for (let i = 1; i < seen.length; i += 1) {
            guess = refineFrameRate(guess, seen[i - 1] ?? 0, seen[i] ?? 0);
            expect(guess).toBeLessThanOrEqual(rate * 1.0001);
          }
          expect(guess).toBeCloseTo(rate, 6);
        },
      ),
    );
  });

  it("is not misled by the same frame twice, or by a clock of whole milliseconds", () => {
    expect(refineFrameRate(24, 1, 1)).toBe(24);
    expect(refineFrameRate(24, 0.041, 0.082)).toBe(24);
    expect(refineFrameRate(24, 0.033, 0.067)).toBeCloseTo(30, 0);
  });
});
