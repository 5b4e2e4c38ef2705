import { expect, it } from "vitest";
import { createPlaneScaler } from "./scale-plane.ts";

const whole = (width: number, height: number) => ({ x: 0, y: 0, width, height });

it.each([
  [9, 6],
  [13, 11],
  [17, 5],
])("keeps flat areas up to their edges, scaled from 6 × 4 to %i × %i", (width, height) => {
  const target = new Uint8ClampedArray(width * height);
  const place = { bytes: target, offset: 0, stride: width };
  createPlaneScaler({ width: 6, height: 4 }, { width, height })(
    new Uint8Array(24).fill(201),
    place,
    whole(width, height),
  );
  expect([...new Set(target)]).toEqual([201]);
});

it("keeps a slope in both directions, rounded to the nearest value", () => {
  const slope = Uint8Array.from({ length: 64 }, (_, at) => 16 + 10 * (at % 8) + 17 * (at >> 3));
  const target = new Uint8ClampedArray(256);
  createPlaneScaler({ width: 8, height: 8 }, { width: 16, height: 16 })(
    slope,
    { bytes: target, offset: 0, stride: 16 },
    whole(16, 16),
  );
  // Away from the edges, which are repeated outwards.
  const inside = Array.from({ length: 100 }, (_, at) => ({
    x: 3 + (at % 10),
    y: 3 + Math.floor(at / 10),
  }));
  const errors = inside.map(({ x, y }) => {
    const exact = 16 + 10 * ((x + 0.5) / 2 - 0.5) + 17 * ((y + 0.5) / 2 - 0.5);
    return (target[16 * y + x] ?? 0) - exact;
  });
  expect(Math.max(...errors.map(Math.abs))).toBeLessThanOrEqual(1);
  expect(Math.abs(errors.reduce((sum, each) => sum + each) / errors.length)).toBeLessThan(0.2);
});

it("spreads a bright line as Mitchell's filter does, with a darker one beside it", () => {
  const line = Uint8Array.from({ length: 8 }, (_, x) => (x === 4 ? 200 : 100));
  const target = new Uint8ClampedArray(16);
  createPlaneScaler({ width: 8, height: 1 }, { width: 16, height: 1 })(
    line,
    { bytes: target, offset: 0, stride: 16 },
    whole(16, 1),
  );
  expect([...target]).toEqual([
    100, 100, 100, 100, 100, 98, 98, 126, 178, 178, 126, 98, 98, 100, 100, 100,
  ]);
});

it("keeps gradients and their centre", () => {
  const slope = Uint8Array.from({ length: 8 }, (_, x) => 16 + 20 * x);
  const target = new Uint8ClampedArray(16);
  createPlaneScaler({ width: 8, height: 1 }, { width: 16, height: 1 })(
    slope,
    { bytes: target, offset: 0, stride: 16 },
    whole(16, 1),
  );
  for (let x = 3; x < 13; x += 1) {
    expect(Math.abs((target[x] ?? 0) - (16 + 20 * ((x + 0.5) / 2 - 0.5)))).toBeLessThanOrEqual(2);
  }
});

it("changes only the requested area", () => {
  const target = new Uint8ClampedArray(64).fill(7);
  const area = { x: 2, y: 4, width: 4, height: 2 };
  createPlaneScaler({ width: 4, height: 4 }, { width: 8, height: 8 })(
    new Uint8Array(16).fill(100),
    { bytes: target, offset: 0, stride: 8 },
    area,
  );
  const changed = [...target].flatMap((value, at) => (value === 100 ? [at] : []));
  expect(changed).toEqual([34, 35, 36, 37, 42, 43, 44, 45]);
  expect(target.filter((value) => value === 7)).toHaveLength(64 - changed.length);
});
