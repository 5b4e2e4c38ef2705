import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  frameAtPosition,
  hasEnded,
  type PlayClock,
  positionAt,
  restartClock,
  syncClock,
} from "./play-clock.ts";

const atRate = (change: Partial<PlayClock> = {}): PlayClock => ({
  position: 0,
  atMs: 1000,
  framesPerMs: 0.024,
  span: { start: 0, end: 48 },
  isLooping: false,
  ...change,
});

const anyClock = fc
  .record({
    start: fc.nat(100),
    length: fc.integer({ min: 1, max: 100 }),
    into: fc.double({ min: 0, max: 0.999, noNaN: true }),
    speed: fc.double({ min: 0.1, max: 2, noNaN: true }),
    isLooping: fc.boolean(),
  })
  .map(({ start, length, into, speed, isLooping }) =>
    atRate({
      position: start + into * length,
      framesPerMs: 0.024 * speed,
      span: { start, end: start + length },
      isLooping,
    }),
  );
const anyTime = fc.double({ min: 1000, max: 100_000, noNaN: true });

describe("the play clock", () => {
  it("wraps laps of a span that starts later", () => {
    const clock = atRate({ span: { start: 10, end: 17 }, isLooping: true });
    expect([16, 17, 23, 24, 30].map((place) => frameAtPosition(clock, place))).toEqual([
      16, 10, 16, 10, 16,
    ]);
  });

  it("restarts at the beginning of a span that ends at its position", () => {
    const clock = atRate({ position: 20 });
    expect(restartClock(clock, 1000, { span: { start: 5, end: 20 } }).position).toBe(5);
    expect(restartClock(clock, 1000, { span: { start: 5, end: 21 } }).position).toBe(20);
  });

  it("counts frames at the requested speed", () => {
    expect(frameAtPosition(atRate(), positionAt(atRate(), 2000))).toBe(24);
    expect(positionAt(atRate({ framesPerMs: 0.0024 }), 2000)).toBeCloseTo(2.4);
  });

  it("stops on the last frame without a loop", () => {
    expect(hasEnded(atRate(), 2999)).toBe(false);
    expect(hasEnded(atRate(), 3000)).toBe(true);
    expect(positionAt(atRate(), 9000)).toBe(48);
    expect(frameAtPosition(atRate(), positionAt(atRate(), 9000))).toBe(47);
  });

  it("restarts with the span's first frame in each loop", () => {
    const clock = atRate({ position: 10, span: { start: 8, end: 12 }, isLooping: true });
    expect([0, 1, 2, 3, 4, 5, 6].map((frames) => frameAtPosition(clock, 10 + frames))).toEqual([
      10, 11, 8, 9, 10, 11, 8,
    ]);
  });

  it("plays on into a region that lies ahead, and restarts one that it has passed", () => {
    const region = { start: 20, end: 30 };
    const before = restartClock(atRate(), 1000, { span: region, isLooping: true });
    expect(frameAtPosition(before, positionAt(before, 1500))).toBe(12);
    const behind = restartClock(atRate({ position: 40 }), 1000, { span: region, isLooping: true });
    expect(behind.position).toBe(20);
  });

  it("never leaves the span and never runs backwards", () => {
    fc.assert(
      fc.property(anyClock, anyTime, anyTime, (clock, a, b) => {
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
        expect(positionAt(clock, later)).toBeGreaterThanOrEqual(positionAt(clock, sooner));
        const frame = frameAtPosition(clock, positionAt(clock, later));
        expect(frame).toBeGreaterThanOrEqual(clock.span.start);
        expect(frame).toBeLessThan(clock.span.end);
      }),
    );
  });

  it("continues without a jump when its speed changes", () => {
    fc.assert(
      fc.property(anyClock, anyTime, (clock, now) => {
        fc.pre(!hasEnded(clock, now));
        const changed = restartClock(clock, now, { framesPerMs: 0.001 });
        expect(frameAtPosition(changed, positionAt(changed, now))).toBe(
          frameAtPosition(clock, positionAt(clock, now)),
        );
      }),
    );
  });

  it("follows the position of the sound, gradually if they are close", () => {
    const close = syncClock(atRate(), 2000, 24.5);
    expect(close.position).toBeGreaterThan(24);
    expect(close.position).toBeLessThan(24.5);
    expect(syncClock(atRate(), 2000, 40).position).toBe(40);
  });
});
