import fc from "fast-check";
import { expect, test } from "vitest";
import { axisTop } from "./axis.ts";

test.each([
  [0.35, 0.4],
  [1, 1],
  [1.01, 1.5],
  [4.2, 5],
  [5.1, 6],
  [51, 60],
  [0.0021, 0.003],
])("an axis for %d ends at %d", (highest, top) => {
  expect(axisTop(highest)).toBe(top);
});

test("an axis without a positive finite value ends at one", () => {
  for (const highest of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(axisTop(highest)).toBe(1);
  }
});

test("an axis is never below the highest value, and at most two and a half times as high", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (highest) => {
      const top = axisTop(highest);
      expect(top >= highest * 0.999_999).toBe(true);
      expect(top <= highest * 2.5).toBe(true);
    }),
  );
});
