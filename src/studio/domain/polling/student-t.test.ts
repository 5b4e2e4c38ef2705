import fc from "fast-check";
import { expect, test } from "vitest";
import { studentT } from "./student-t.ts";

// From any table of critical values.
test.each([
  [4, 0.9, 1.533],
  [4, 0.999, 7.173],
  [10, 0.9, 1.372],
  [30, 0.975, 2.042],
  [60, 0.995, 2.66],
])("with %d degrees of freedom, %f lies below %f", (df, p, t) => {
  expect(studentT(df).quantile(p)).toBeCloseTo(t, 2);
  expect(studentT(df).survival(t)).toBeCloseTo(1 - p, 3);
});

test("tail probabilities fall from one to zero and are symmetric", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 4, max: 100, noNaN: true }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      (df, t, more) => {
        const { survival } = studentT(df);
        expect(survival(t)).toBeGreaterThanOrEqual(survival(t + more));
        expect(survival(t) + survival(-t)).toBeCloseTo(1, 9);
      },
    ),
  );
});

test("quantiles invert tail probabilities", () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 100 }), fc.integer({ min: 1, max: 999 }), (df, mille) => {
      const { quantile, survival } = studentT(df);
      expect(survival(quantile(mille / 1000))).toBeCloseTo(1 - mille / 1000, 6);
    }),
  );
});
