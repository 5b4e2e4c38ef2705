import { expect, it } from "vitest";
import { createPlaneScaler } from "./scale-plane.ts";

const whole = (width: number, height: number) => ({ x: 0, y: 0, width, height });

it("keeps flat areas up to their edges", () => {
  const target = new Uint8ClampedArray(9 * 6);
  const place = { bytes: target, offset: 0, stride: 9 };
  createPlaneScaler({ width: 6, height: 4 }, { width: 9, height: 6 })(
    new Uint8Array(24).fill(201),
    place,
    whole(9, 6),
  );
  expect([...new Set(target)]).toEqual([201]);
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
});
