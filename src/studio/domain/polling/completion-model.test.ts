import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawLogNormal, logNormalSurvival } from "#studio/testing/log-normal.ts";
import { waitsAround, waitsOf } from "#studio/testing/waits.ts";
import { completionModel } from "./completion-model.ts";
import { completionPrior } from "./completion-prior.ts";

const LIVE_STD = completionPrior({ prompt: "sea" }, "live");
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const usual = waitsAround({ medianSeconds: 75, spread: 0.25 }, 30);

function median(waits: Parameters<typeof completionModel>[1], prior = LIVE_STD): number {
  return completionModel(prior, waits).quantile(0.5);
}

describe("without a history", () => {
  test.each([
    [{ prompt: "x" }, 60, 90],
    [{ prompt: "x", duration: "10" }, 90, 120],
    [{ prompt: "x", mode: "pro" }, 120, 360],
  ] as const)("expects %j within the range known from the real service", (request, low, high) => {
    const { quantile } = completionModel(completionPrior(request, "live"), []);
    expect(quantile(0.5)).toBeGreaterThan(low);
    expect(quantile(0.5)).toBeLessThan(high);
    // The prior is wider than the distribution it estimates.
    expect(quantile(0.1)).toBeLessThan(low * 1.1);
    expect(quantile(0.9)).toBeGreaterThan(high * 0.9);
  });

  test("expects the simulator to be far faster, with more uncertainty", () => {
    const { quantile } = completionModel(completionPrior({ prompt: "x" }, "simulator"), []);
    expect(quantile(0.5)).toBeCloseTo(5, 1);
    expect(quantile(0.9) / quantile(0.1)).toBeGreaterThan(10);
  });
});

describe("with a history", () => {
  test("learns median and spread from thirty completions", () => {
    const known = { medianSeconds: 150, spread: 0.35 };
    const models = SEEDS.map((seed) => completionModel(LIVE_STD, waitsAround(known, 30, seed)));
    const expected = logNormalSurvival(known);
    for (const age of [80, 110, 150, 200, 280]) {
      const mean = models.reduce((sum, { survival }) => sum + survival(age), 0) / models.length;
      expect(Math.abs(mean - expected(age))).toBeLessThan(0.05);
    }
  });

  test("corrects a prior that is off by ten times after three completions", () => {
    const simulator = completionPrior({ prompt: "x" }, "simulator");
    expect(median(waitsOf([100, 104, 96]), simulator)).toBeGreaterThan(85);
  });

  test("clock: the laptop slept when a clip was completed → the estimate doesn't change", () => {
    const duringSleep = { lowSeconds: 10, highSeconds: 30_000 };
    expect(median([duringSleep, ...usual]) / median(usual)).toBeCloseTo(1, 2);
  });

  test("ignores outliers in the median, but widens the tails", () => {
    const model = completionModel(LIVE_STD, usual);
    const withOutliers = completionModel(LIVE_STD, [...waitsOf([3000, 2]), ...usual]);
    expect(withOutliers.quantile(0.5) / model.quantile(0.5)).toBeCloseTo(1, 1);
    expect(withOutliers.survival(400)).toBeGreaterThan(1.5 * model.survival(400));
  });

  test("follows a change of the service's speed after a few completions", () => {
    expect(median([...waitsOf([15, 16, 14, 15]), ...usual])).toBeLessThan(20);
  });

  test("counts tasks completed at the first read as early completions", () => {
    const early = Array.from({ length: 5 }, () => ({ lowSeconds: 0, highSeconds: 50 }));
    expect(median([...early, ...usual])).toBeLessThan(median(usual) - 3);
  });
});

test("any history gives a survival function that falls from one to zero, also conditional on an age", () => {
  const wait = fc
    .record({
      lowSeconds: fc.double({ min: 0, max: 1e7, noNaN: true }),
      width: fc.double({ min: 1e-3, max: 1e7, noNaN: true }),
    })
    .map(({ lowSeconds, width }) => ({ lowSeconds, highSeconds: lowSeconds + width }));
  fc.assert(
    fc.property(
      fc.array(wait, { maxLength: 50 }),
      fc.double({ min: 0, max: 1e4, noNaN: true }),
      (waits, age) => {
        const { survival, quantile } = completionModel(LIVE_STD, waits);
        expect(survival(0)).toBe(1);
        expect(quantile(0.1)).toBeLessThan(quantile(0.9));
        // The probabilities of completing in each interval from an age on, and of never completing, sum to one.
        const ages = Array.from({ length: 40 }, (_, index) => age * 1.5 ** index + index);
        const given = ages.map((later) => survival(later) / survival(age));
        const chances = given.slice(1).map((share, index) => (given[index] ?? 0) - share);
        expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
        const sum = chances.reduce((total, chance) => total + chance, 0) + (given.at(-1) ?? 0);
        expect(sum).toBeCloseTo(1, 9);
        expect(given.at(-1)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 200 },
  );
});

test("the test's distribution matches its samples", () => {
  const known = { medianSeconds: 75, spread: 0.25 };
  const draws = drawLogNormal(known, { seed: 1, count: 4000 });
  for (const age of [50, 75, 110]) {
    const share = draws.filter((seconds) => seconds > age).length / draws.length;
    expect(share).toBeCloseTo(logNormalSurvival(known)(age), 1);
  }
});
