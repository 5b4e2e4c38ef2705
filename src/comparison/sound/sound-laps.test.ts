import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameAtPosition, type PlayClock, positionAt } from "../clock/play-clock.ts";
import { lapTimes, remainderAt, type SoundPlan, soundRangeOf } from "./sound-laps.ts";

const plan = (change: Partial<SoundPlan> = {}): SoundPlan => ({
  position: 0,
  at: 10,
  span: { start: 0, end: 240 },
  isLooping: false,
  frameRate: 24,
  speed: 1,
  delayFrames: 0,
  ...change,
});

const anyPlan = fc
  .record({
    start: fc.nat(100),
    length: fc.integer({ min: 1, max: 200 }),
    into: fc.double({ min: 0, max: 0.99, noNaN: true }),
    speed: fc.double({ min: 0.1, max: 2, noNaN: true }),
    delayFrames: fc.integer({ min: -60, max: 60 }),
  })
  .map(({ start, length, into, speed, delayFrames }) =>
    plan({
      position: start + into * length,
      span: { start, end: start + length },
      isLooping: true,
      speed,
      delayFrames,
    }),
  );

describe("scheduled sound", () => {
  it("plays from the position to the end", () => {
    expect(soundRangeOf(plan({ position: 48 }), 0, 5)).toEqual({
      at: 10,
      until: 13,
      from: 2,
      length: 3,
    });
    expect(soundRangeOf(plan({ position: 200 }), 0, 5)).toBeNull();
    expect(soundRangeOf(plan(), 1, 5)).toBeNull();
  });

  it("waits for a sound that is offset to start later", () => {
    expect(soundRangeOf(plan({ delayFrames: 24, speed: 0.5 }), 0, 20)).toEqual({
      at: 12,
      until: 30,
      from: 0,
      length: 9,
    });
  });

  it("always matches the frame on the clock", () => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.nat(5),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (each, lap, part) => {
          const range = soundRangeOf(each, lap, 10);
          fc.pre(range !== null);
          if (!range) return;
          const clock: PlayClock = {
            position: each.position,
            atMs: each.at * 1000,
            framesPerMs: (each.frameRate * each.speed) / 1000,
            span: each.span,
            isLooping: true,
          };
          const time = range.at + part * (range.until - range.at);
          const audible = (range.from + part * range.length) * each.frameRate + each.delayFrames;
          const position = positionAt(clock, time * 1000);
          const shown = frameAtPosition(clock, position) + (position % 1);
          const distance = Math.abs(audible - shown) % (each.span.end - each.span.start);
          // Exactly on the boundary of two loops, either loop is correct.
          expect(Math.min(distance, each.span.end - each.span.start - distance)).toBeLessThan(1e-3);
        },
      ),
    );
  });

  it("plays the remainder when it is late", () => {
    const range = { at: 10, until: 14, from: 1, length: 2 };
    expect(remainderAt(range, 9)).toEqual(range);
    expect(remainderAt(range, 12)).toEqual({ at: 12, until: 14, from: 2, length: 1 });
    expect(remainderAt(range, 14)).toBeNull();
  });

  it("leaves no gap between two loops", () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(5), (each, lap) => {
        expect(lapTimes(each, lap + 1).at).toBeCloseTo(lapTimes(each, lap).until, 6);
      }),
    );
  });
});
