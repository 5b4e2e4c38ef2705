import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  followed,
  frameAtPlace,
  hasEnded,
  type PlayClock,
  placeAt,
  rewound,
} from "./play-clock.ts";

const atRate = (change: Partial<PlayClock> = {}): PlayClock => ({
  place: 0,
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
      place: start + into * length,
      framesPerMs: 0.024 * speed,
      span: { start, end: start + length },
      isLooping,
    }),
  );
const anyTime = fc.double({ min: 1000, max: 100_000, noNaN: true });

describe("the play clock", () => {
  it("folds laps of a span that starts later", () => {
    const clock = atRate({ span: { start: 10, end: 17 }, isLooping: true });
    expect([16, 17, 23, 24, 30].map((place) => frameAtPlace(clock, place))).toEqual([
      16, 10, 16, 10, 16,
    ]);
  });

  it("restarts at the beginning of a span that ends at its place", () => {
    const clock = atRate({ place: 20 });
    expect(rewound(clock, 1000, { span: { start: 5, end: 20 } }).place).toBe(5);
    expect(rewound(clock, 1000, { span: { start: 5, end: 21 } }).place).toBe(20);
  });

  it("counts frames at the requested speed", () => {
    expect(frameAtPlace(atRate(), placeAt(atRate(), 2000))).toBe(24);
    expect(placeAt(atRate({ framesPerMs: 0.0024 }), 2000)).toBeCloseTo(2.4);
  });

  it("stops on the last frame without a loop", () => {
    expect(hasEnded(atRate(), 2999)).toBe(false);
    expect(hasEnded(atRate(), 3000)).toBe(true);
    expect(placeAt(atRate(), 9000)).toBe(48);
    expect(frameAtPlace(atRate(), placeAt(atRate(), 9000))).toBe(47);
  });

  it("restarts with the span's first frame in each loop", () => {
    const clock = atRate({ place: 10, span: { start: 8, end: 12 }, isLooping: true });
    expect([0, 1, 2, 3, 4, 5, 6].map((frames) => frameAtPlace(clock, 10 + frames))).toEqual([
      10, 11, 8, 9, 10, 11, 8,
    ]);
  });

  it("plays on into a region that lies ahead, and restarts one that it has passed", () => {
    const region = { start: 20, end: 30 };
    const before = rewound(atRate(), 1000, { span: region, isLooping: true });
    expect(frameAtPlace(before, placeAt(before, 1500))).toBe(12);
    const behind = rewound(atRate({ place: 40 }), 1000, { span: region, isLooping: true });
    expect(behind.place).toBe(20);
  });

  it("never leaves the span and never runs backwards", () => {
    fc.assert(
      fc.property(anyClock, anyTime, anyTime, (clock, a, b) => {
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
        expect(placeAt(clock, later)).toBeGreaterThanOrEqual(placeAt(clock, sooner));
        const frame = frameAtPlace(clock, placeAt(clock, later));
        expect(frame).toBeGreaterThanOrEqual(clock.span.start);
        expect(frame).toBeLessThan(clock.span.end);
      }),
    );
  });

  it("continues without a jump when its speed changes", () => {
    fc.assert(
      fc.property(anyClock, anyTime, (clock, now) => {
        fc.pre(!hasEnded(clock, now));
        const changed = rewound(clock, now, { framesPerMs: 0.001 });
        expect(frameAtPlace(changed, placeAt(changed, now))).toBe(
          frameAtPlace(clock, placeAt(clock, now)),
        );
      }),
    );
  });

  it("follows the position of the sound, gradually if they are close", () => {
    const close = followed(atRate(), 2000, 24.5);
    expect(close.place).toBeGreaterThan(24);
    expect(close.place).toBeLessThan(24.5);
    expect(followed(atRate(), 2000, 40).place).toBe(40);
  });
});
