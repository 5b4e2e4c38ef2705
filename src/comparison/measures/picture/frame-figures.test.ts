import { describe, expect, it } from "vitest";
import { frameChange, frameFigures, histogramDistance } from "./frame-figures.ts";
import type { Luma } from "./scale-plane.ts";

const SIZE = 16;

function luma(valueAt: (x: number, y: number) => number): Luma {
  const values = Float32Array.from({ length: SIZE * SIZE }, (_, at) =>
    valueAt(at % SIZE, Math.floor(at / SIZE)),
  );
  return { values, width: SIZE, height: SIZE };
}

const flat = (value: number) => luma(() => value);
const measured = (picture: Luma) => ({ luma: picture, mean: frameFigures(picture).mean });
const change = (before: Luma, after: Luma) => frameChange(measured(before), measured(after));
const distance = (one: Luma, other: Luma) =>
  histogramDistance(frameFigures(one).histogram, frameFigures(other).histogram);

describe("the figures of a frame", () => {
  it("are its mean brightness and its share of dark pixels", () => {
    const picture = luma((x) => (x < 4 ? 25 : 105));
    expect(frameFigures(picture)).toMatchObject({ mean: 85, darkShare: 0.25 });
    expect(frameFigures(flat(25.5)).darkShare).toBe(1);
    expect(frameFigures(flat(26)).darkShare).toBe(0);
  });
});

describe("the distance of two brightness distributions", () => {
  it("is 0 for equal and 1 for disjoint ones", () => {
    expect(distance(flat(90), flat(90))).toBe(0);
    expect(distance(flat(0), flat(255))).toBeCloseTo(1);
    expect(
      distance(
        flat(0),
        luma((x) => (x < 8 ? 0 : 255)),
      ),
    ).toBeCloseTo(0.5);
  });

  it("is small for a small change of light", () => {
    const bin = 255 / 31;
    expect(distance(flat(10 * bin), flat(10.25 * bin))).toBeCloseTo(0.25);
    expect(distance(flat(255), flat(255 - bin / 4))).toBeCloseTo(0.25);
  });

  it("ignores where something is within a quarter, but not in which quarter", () => {
    const lamp = (atX: number, atY: number) => luma((x, y) => (x === atX && y === atY ? 255 : 0));
    expect(distance(lamp(1, 1), lamp(6, 6))).toBe(0);
    expect(distance(lamp(1, 1), lamp(9, 1))).toBeGreaterThan(0);
    expect(distance(lamp(1, 1), lamp(1, 9))).toBeGreaterThan(0);
    expect(distance(lamp(7, 7), lamp(8, 7))).toBe(distance(lamp(7, 7), lamp(7, 8)));
  });
});

describe("the change between two frames", () => {
  it("has motion without the change of overall brightness", () => {
    expect(change(flat(50), flat(90)).motion).toBe(0);
    const half = change(
      flat(100),
      luma((x) => (x < 8 ? 100 : 120)),
    );
    expect(half.motion).toBeCloseTo(10);
  });

  it("names the change of the block that changes most", () => {
    const spot = (value: number) => luma((x, y) => (x < 2 && y < 2 ? value : 100));
    expect(change(flat(100), spot(120)).maxBlockChange).toBeCloseTo(20);
    expect(change(spot(120), flat(100)).maxBlockChange).toBeCloseTo(20);
    expect(
      change(
        flat(100),
        luma((x, y) => (x === 15 && y === 15 ? 120 : 100)),
      ).maxBlockChange,
    ).toBeCloseTo(5);
    expect(change(flat(50), flat(90)).maxBlockChange).toBeCloseTo(40);
  });

  it("correlates equal patterns at any brightness, and not unrelated ones", () => {
    const ramp = (gain: number, base: number) => luma((x) => base + gain * x);
    expect(change(ramp(4, 20), ramp(8, 90)).correlation).toBeCloseTo(1);
    expect(change(ramp(4, 20), ramp(-4, 90)).correlation).toBeCloseTo(-1);
    expect(
      change(
        ramp(4, 20),
        luma((_, y) => 4 * y),
      ).correlation,
    ).toBeCloseTo(0);
    expect(change(flat(20), ramp(4, 20)).correlation).toBe(0);
  });
});
