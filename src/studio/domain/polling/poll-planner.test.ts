import fc from "fast-check";
import { expect, test } from "vitest";
import { aCompletedEntry, atSecond, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { logNormalMean, logNormalSurvival } from "#studio/testing/log-normal.ts";
import { pollCosts } from "#studio/testing/poll-costs.ts";
import { waitsAround, waitsOf } from "#studio/testing/waits.ts";
import { createPollPlanner, planFor } from "./poll-planner.ts";

const request = { prompt: "sea" };
const LIVE = { request, upstream: "live", minGapSeconds: 2 } as const;
const MAX_GAP_SECONDS = 60;

function took(seconds: number, id: string) {
  return aCompletedEntry({ id, unendedAt: atSecond(seconds - 2), endedAt: atSecond(seconds) });
}

test("needs fewer reads and less delay after thirty completions than before the first", () => {
  const known = { medianSeconds: 75, spread: 0.25 };
  const costs = (waits: Parameters<typeof planFor>[1]) =>
    pollCosts(planFor(LIVE, waits), logNormalSurvival(known), logNormalMean(known));
  const none = costs([]);
  const learned = Array.from({ length: 20 }, (_, seed) => costs(waitsAround(known, 30, seed)));
  const mean = (value: (of: (typeof learned)[number]) => number) =>
    learned.reduce((sum, of) => sum + value(of), 0) / learned.length;
  expect(mean(({ polls }) => polls)).toBeLessThan(none.polls);
  expect(mean(({ lagSeconds }) => lagSeconds)).toBeLessThan(none.lagSeconds);
});

test("needs fewer reads for narrow distributions than for wide ones", () => {
  const reads = (spread: number) => {
    const known = { medianSeconds: 75, spread };
    const plan = planFor(LIVE, waitsAround(known, 30));
    return pollCosts(plan, logNormalSurvival(known), logNormalMean(known)).polls;
  };
  expect(reads(0.1)).toBeLessThan(reads(0.4) / 1.5);
});

test("reads once in between after a completion with an uncertain time", () => {
  const usual = waitsOf([70, 80, 75, 72, 78]);
  expect(planFor(LIVE, usual).delaySeconds(0)).toBeGreaterThan(45);
  const wide = [{ lowSeconds: 0, highSeconds: 50 }, ...usual];
  expect(planFor(LIVE, wide).delaySeconds(0)).toBe(25);
  expect(planFor(LIVE, wide).delaySeconds(25)).toBeGreaterThan(15);
});

test("notices from its own reads alone that the service is five times faster", () => {
  let waits = waitsAround({ medianSeconds: 75, spread: 0.25 }, 30);
  let seen = 0;
  for (let generation = 0; generation < 20; generation += 1) {
    const plan = planFor(LIVE, waits);
    let before = 0;
    for (seen = 0; seen < 15; seen += plan.delaySeconds(seen)) before = seen;
    waits = [{ lowSeconds: before, highSeconds: seen }, ...waits];
  }
  expect(seen - 15).toBeLessThan(6);
});

test("any history at any age gives a finite delay between the minimum gap and a minute", () => {
  const seconds = fc.double({ min: 0, max: 1e8, noNaN: true });
  const wait = fc
    .record({ lowSeconds: seconds, width: fc.double({ min: 1e-3, max: 1e8, noNaN: true }) })
    .map(({ lowSeconds, width }) => ({ lowSeconds, highSeconds: lowSeconds + width }));
  fc.assert(
    fc.property(
      fc.record({
        waits: fc.array(wait, { maxLength: 50 }),
        upstream: fc.constantFrom("live", "simulator", null),
        minGapSeconds: fc.constantFrom(0.5, 2, 5),
        ages: fc.array(seconds, { maxLength: 10 }),
      }),
      ({ waits, upstream, minGapSeconds, ages }) => {
        const plan = planFor({ request, upstream, minGapSeconds }, waits);
        for (const age of [-5, 0, 1, 50, ...ages]) {
          expect(plan.delaySeconds(age)).toBeGreaterThanOrEqual(minGapSeconds);
          expect(plan.delaySeconds(age)).toBeLessThanOrEqual(MAX_GAP_SECONDS);
        }
      },
    ),
  );
});

test("makes no plan before three completions, nor for the simulator", () => {
  const planner = createPollPlanner();
  const three = [took(70, "a"), took(80, "b"), took(78, "c")];
  const first = (question: Parameters<typeof planner>[0]) => planner(question).delaySeconds(0);
  expect(first({ ...LIVE, entries: three.slice(1) })).toBe(LIVE.minGapSeconds);
  expect(first({ ...LIVE, upstream: "simulator", entries: three })).toBe(LIVE.minGapSeconds);
  expect(first({ ...LIVE, entries: three })).toBeGreaterThan(10 * LIVE.minGapSeconds);
});

test("makes a new plan only after another completion of the same kind", () => {
  const planner = createPollPlanner();
  const entries = [took(70, "a"), took(80, "b"), took(78, "d")];
  const plan = planner({ ...LIVE, entries });
  expect(planner({ ...LIVE, entries: [aWatchedEntry(), ...entries] })).toBe(plan);
  const pro = { ...LIVE, request: { prompt: "sea", mode: "pro" } } as const;
  expect(planner({ ...pro, entries })).not.toBe(plan);
  expect(planner({ ...LIVE, entries })).toBe(plan);
  expect(planner({ ...LIVE, entries: [took(75, "c"), ...entries] })).not.toBe(plan);
});
