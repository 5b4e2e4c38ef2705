import fc from "fast-check";
import { expect, test } from "vitest";
import { expectedLog } from "./expected-log.ts";

const CENTER = Math.log(75);
const SPREAD = 0.25;

test("lies within a narrow range", () => {
  const { mean, variance } = expectedLog({ lowSeconds: 59, highSeconds: 61 }, CENTER, SPREAD);
  expect(Math.exp(mean)).toBeCloseTo(60, 1);
  expect(variance).toBeLessThan(0.001);
});

test("is the prior mean for an uninformative range", () => {
  const slept = { lowSeconds: 5, highSeconds: 30_000 };
  const { mean, variance } = expectedLog(slept, CENTER, SPREAD);
  expect(mean).toBeCloseTo(CENTER, 3);
  expect(variance).toBeCloseTo(SPREAD ** 2, 3);
});

test("lies before the first read if the task had completed by then", () => {
  const { mean, variance } = expectedLog({ lowSeconds: 0, highSeconds: 50 }, CENTER, SPREAD);
  expect(Math.exp(mean)).toBeGreaterThan(40);
  expect(Math.exp(mean)).toBeLessThan(50);
  expect(variance).toBeLessThan(SPREAD ** 2 / 2);
});

// Mean and variance of the standard normal distribution between two bounds, from its tables.
test.each([
  { from: -1, to: 1, mean: 0, variance: 0.2911 },
  { from: 0, to: 9, mean: 0.7979, variance: 0.3634 },
  { from: 1, to: 2, mean: 1.3832, variance: 0.0727 },
  { from: -9, to: -0.5, mean: -1.1411, variance: 0.2685 },
  // So far out, the nearer bound is as likely as anything.
  { from: 7, to: 8, mean: 7, variance: 0 },
  { from: -8, to: -7, mean: -7, variance: 0 },
])("between $from and $to deviations, is $mean deviations from the center", (expected) => {
  const secondsAt = (deviations: number) => Math.exp(CENTER + SPREAD * deviations);
  const wait = { lowSeconds: secondsAt(expected.from), highSeconds: secondsAt(expected.to) };
  const { mean, variance } = expectedLog(wait, CENTER, SPREAD);
  expect((mean - CENTER) / SPREAD).toBeCloseTo(expected.mean, 2);
  expect(variance / SPREAD ** 2).toBeCloseTo(expected.variance, 2);
});

test("always lies within the range", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      (lowSeconds, width) => {
        const wait = { lowSeconds, highSeconds: lowSeconds + width };
        const { mean, variance } = expectedLog(wait, CENTER, SPREAD);
        expect(Math.exp(mean)).toBeGreaterThanOrEqual(lowSeconds * (1 - 1e-9));
        expect(Math.exp(mean)).toBeLessThanOrEqual(wait.highSeconds * (1 + 1e-9));
        expect(variance).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
