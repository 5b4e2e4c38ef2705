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
