import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LogNormal, logNormalMean, logNormalSurvival } from "#studio/testing/log-normal.ts";
import { pollCosts } from "#studio/testing/poll-costs.ts";
import { type PollPlan, planPolls } from "./poll-plan.ts";

const STD: LogNormal = { medianSeconds: 75, spread: 0.25 };
const MIN_GAP_SECONDS = 2;

function planKnown(known: LogNormal, priceSeconds: number): PollPlan {
  return planPolls({
    survival: logNormalSurvival(known),
    horizonSeconds: known.medianSeconds * Math.exp(5 * known.spread),
    minGapSeconds: MIN_GAP_SECONDS,
    maxGapSeconds: Number.POSITIVE_INFINITY,
    priceSeconds,
  });
}

function costs(plan: PollPlan, known: LogNormal) {
  return pollCosts(plan, logNormalSurvival(known), logNormalMean(known));
}

function total(plan: PollPlan, known: LogNormal, priceSeconds: number): number {
  const { lagSeconds, polls } = costs(plan, known);
  return lagSeconds + priceSeconds * polls;
}

const knowledge = fc.record({
  medianSeconds: fc.double({ min: 5, max: 300, noNaN: true }),
  spread: fc.double({ min: 0.1, max: 0.6, noNaN: true }),
});
const prices = fc.double({ min: 0.05, max: 5, noNaN: true });

describe("a plan for a known distribution", () => {
  test("reads rarely while completion is unlikely and often when it is likely", () => {
    const plan = planKnown(STD, 0.3);
    expect(plan.delaySeconds(0)).toBeGreaterThan(45);
    expect(plan.delaySeconds(75)).toBeLessThan(4);
  });

  test("costs no more than any fixed gap", () => {
    fc.assert(
      fc.property(
        knowledge,
        prices,
        fc.double({ min: MIN_GAP_SECONDS, max: 60, noNaN: true }),
        (known, price, gap) => {
          const ours = total(planKnown(known, price), known, price);
          // A gap that isn't a multiple of the grid may be slightly better.
          expect(ours).toBeLessThanOrEqual(1.01 * total({ delaySeconds: () => gap }, known, price));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("can't be improved by moving its reads", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.8, max: 1.25, noNaN: true }), { minLength: 30, maxLength: 30 }),
        prices,
        (factors, price) => {
          const plan = planKnown(STD, price);
          let reads = 0;
          const moved = {
            delaySeconds(age: number) {
              const factor = factors[reads % factors.length] ?? 1;
              reads += 1;
              return Math.max(MIN_GAP_SECONDS, plan.delaySeconds(age) * factor);
            },
          };
          expect(total(plan, STD, price)).toBeLessThanOrEqual(1.001 * total(moved, STD, price));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("trades delay for reads: the more a read costs, the fewer reads and the later completion is noticed", () => {
    const costsByPrice = [0.1, 0.2, 0.4, 0.8, 1.6].map((price) =>
      costs(planKnown(STD, price), STD),
    );
    for (const [index, next] of costsByPrice.slice(1).entries()) {
      const previous = costsByPrice[index] ?? next;
      expect(next.polls).toBeLessThan(previous.polls);
      expect(next.lagSeconds).toBeGreaterThan(previous.lagSeconds);
    }
  });

  test("needs fewer reads and notices earlier the narrower the distribution is", () => {
    const [narrow, wide] = [0.1, 0.4].map((spread) => {
      const known = { ...STD, spread };
      return costs(planKnown(known, 0.3), known);
    });
    expect(narrow?.polls).toBeLessThan(0.6 * (wide?.polls ?? 0));
    expect(narrow?.lagSeconds).toBeLessThan(wide?.lagSeconds ?? 0);
  });

  test("needs at most half the reads of polling every 5 s, with no more delay", () => {
    const five = costs({ delaySeconds: () => 5 }, STD);
    const ours = costs(planKnown(STD, 0.35), STD);
    expect(ours.lagSeconds).toBeLessThan(five.lagSeconds);
    expect(ours.polls).toBeLessThan(five.polls / 2);
  });
});

describe("any plan", () => {
  test("schedules later reads for older tasks, never sooner than the shortest gap", () => {
    fc.assert(
      fc.property(knowledge, prices, (known, price) => {
        const plan = planKnown(known, price);
        const horizon = known.medianSeconds * Math.exp(5 * known.spread);
        let before = 0;
        for (let age = 0; age < horizon; age += MIN_GAP_SECONDS) {
          const delay = plan.delaySeconds(age);
          expect(delay).toBeGreaterThanOrEqual(MIN_GAP_SECONDS);
          expect(age + delay).toBeGreaterThanOrEqual(before);
          before = age + delay;
        }
      }),
      { numRuns: 40 },
    );
  });

  test("continues beyond its horizon with growing gaps of up to a minute", () => {
    const plan = planPolls({
      survival: logNormalSurvival(STD),
      horizonSeconds: 260,
      minGapSeconds: MIN_GAP_SECONDS,
      priceSeconds: 0.3,
    });
    const delays = [300, 600, 1200, 3600, 86_400, 1e9].map((age) => plan.delaySeconds(age));
    expect(delays).toEqual([...delays].sort((left, right) => left - right));
    expect(delays.at(0)).toBeGreaterThan(10);
    expect(delays.at(-1)).toBe(60);
  });

  test("keeps the proxy's minimum gap even if it is longer than a minute", () => {
    const options = { survival: logNormalSurvival(STD), horizonSeconds: 1, priceSeconds: 0.3 };
    expect(planPolls({ ...options, minGapSeconds: 90 }).delaySeconds(5)).toBe(90);
  });
});
