/**
 * Benchmarks the polling schedule: the delay until the end of a task is noticed, and the number of reads. Compares
 * fixed intervals, the optimum for a known distribution, and ours, which has to learn the distribution. Costs are
 * integrated over the distribution; only the histories are random samples.
 */
import { performance } from "node:perf_hooks";
import type { KirinRequest } from "#kirin/request.ts";
import type { Upstream } from "#studio/domain/polling/completion-prior.ts";
import { type PollPlan, planPolls } from "#studio/domain/polling/poll-plan.ts";
import {
  cautiousPlan,
  createPollPlanner,
  POLL_PRICE_SECONDS,
  planFor,
} from "#studio/domain/polling/poll-planner.ts";
import type { Wait } from "#studio/domain/polling/wait-history.ts";
import { aCompletedEntry, atSecond } from "#studio/testing/fixtures.ts";
import {
  drawLogNormal,
  type LogNormal,
  logNormalMean,
  logNormalSurvival,
} from "#studio/testing/log-normal.ts";
import { type PollCosts, pollCosts } from "#studio/testing/poll-costs.ts";
import { median } from "./statistics.ts";

interface Scenario extends LogNormal {
  /** A request that usually takes this long, as the prior of the schedule. */
  request: KirinRequest;
  upstream: Upstream;
}

const LIVE_STD: Scenario = {
  medianSeconds: 75,
  spread: 0.25,
  request: { prompt: "x" },
  upstream: "live",
};
const SCENARIOS: readonly Scenario[] = [
  LIVE_STD,
  { medianSeconds: 150, spread: 0.35, request: { prompt: "x", mode: "pro" }, upstream: "live" },
  { medianSeconds: 12, spread: 0.2, request: { prompt: "x", mode: "pro" }, upstream: "simulator" },
];

const SEED = 20_261_122;
const HISTORIES = 200;
const HISTORY_LENGTH = 30;
const LIBRARY_LENGTH = 1000;
const DECISIONS = 100;
const MIN_GAP_SECONDS = 2;
const FIXED_SECONDS = [2, 5, 10, 20] as const;
const OPTIMUM_PRICES = Array.from({ length: 60 }, (_, index) => 0.01 * 1.15 ** index);

const LAG_TARGET = 1.15;
const POLLS_TARGET = 0.5;

/** Returns a table for each distribution, and whether the targets are met. */
export async function benchPolling(): Promise<string[]> {
  return [...SCENARIOS.flatMap(compare), decisionTimes(LIVE_STD)];
}

function compare(scenario: Scenario): string[] {
  const { medianSeconds, spread } = scenario;
  const histories = drawHistories(scenario);
  const optimum = optimumOf(scenario);
  const learned = ours(scenario, histories, POLL_PRICE_SECONDS);
  const row = (name: string, costs: PollCosts) =>
    `  ${name.padEnd(18)}${seconds(costs.lagSeconds)}${costs.polls.toFixed(2).padStart(9)}${seconds(optimum.lagAt(costs.polls))}`;

  const five = fixed(scenario, 5);
  const lagRatio = learned.lagSeconds / optimum.lagAt(learned.polls);
  const readsRatio = oursAtLag(scenario, histories, five.lagSeconds).polls / five.polls;
  const bestRatio = optimum.pollsAt(five.lagSeconds) / five.polls;
  return [
    `median ${medianSeconds} s, spread ${spread}:  mean lag    reads  optimal lag for these reads`,
    ...FIXED_SECONDS.map((gap) => row(`fixed ${gap} s`, fixed(scenario, gap))),
    row(`ours after ${HISTORY_LENGTH}`, learned),
    row("ours, no history", costsOf(cautiousPlan(MIN_GAP_SECONDS), scenario)),
    `  our lag after ${HISTORY_LENGTH} / optimum: ${verdict(lagRatio, LAG_TARGET)}`,
    `  our reads / reads every 5 s, at the same lag: ${verdict(readsRatio, POLLS_TARGET)}; optimum ${bestRatio.toFixed(3)}`,
  ];
}

const seconds = (value: number) => `${value.toFixed(2)} s`.padStart(10);

function verdict(value: number, aim: number): string {
  return `${value.toFixed(3)} (aim: at most ${aim}, ${value <= aim ? "met" : "not met"})`;
}

/** Completion times as a studio without history learns them: as the interval between two reads. */
function drawHistories(scenario: Scenario): Wait[][] {
  const plan = cautiousPlan(MIN_GAP_SECONDS);
  return Array.from({ length: HISTORIES }, (_, index) =>
    drawLogNormal(scenario, { seed: SEED + index, count: HISTORY_LENGTH }).map((end) =>
      observe(plan, end),
    ),
  );
}

function observe(plan: PollPlan, endSeconds: number): Wait {
  let lowSeconds = 0;
  for (;;) {
    const highSeconds = lowSeconds + plan.delaySeconds(lowSeconds);
    if (highSeconds >= endSeconds) return { lowSeconds, highSeconds };
    lowSeconds = highSeconds;
  }
}

function fixed(scenario: LogNormal, gapSeconds: number): PollCosts {
  return costsOf({ delaySeconds: () => gapSeconds }, scenario);
}

/** Our mean costs over all histories. */
function ours(scenario: Scenario, histories: readonly Wait[][], priceSeconds: number): PollCosts {
  const question = { ...scenario, priceSeconds, minGapSeconds: MIN_GAP_SECONDS };
  const all = histories.map((waits) => costsOf(planFor(question, waits), scenario));
  return {
    polls: all.reduce((sum, { polls }) => sum + polls, 0) / all.length,
    lagSeconds: all.reduce((sum, { lagSeconds }) => sum + lagSeconds, 0) / all.length,
  };
}

/** Our costs at the price that results in a given lag. */
function oursAtLag(
  scenario: Scenario,
  histories: readonly Wait[][],
  lagSeconds: number,
): PollCosts {
  let [low, high] = [0.01, 30];
  for (let round = 0; round < 10; round += 1) {
    const price = Math.sqrt(low * high);
    if (ours(scenario, histories, price).lagSeconds > lagSeconds) high = price;
    else low = price;
  }
  return ours(scenario, histories, low);
}

/**
 * The optimum for a known distribution. The cheapest schedule at each price gives a line, and the lag and reads of
 * every schedule lie above all of these lines.
 */
function optimumOf(scenario: LogNormal) {
  const { medianSeconds, spread } = scenario;
  const lines = OPTIMUM_PRICES.map((priceSeconds) => {
    const plan = planPolls({
      survival: logNormalSurvival(scenario),
      horizonSeconds: medianSeconds * Math.exp(6 * spread),
      minGapSeconds: MIN_GAP_SECONDS,
      maxGapSeconds: Number.POSITIVE_INFINITY,
      priceSeconds,
    });
    const { lagSeconds, polls } = costsOf(plan, scenario);
    return { priceSeconds, total: lagSeconds + priceSeconds * polls };
  });
  return {
    lagAt: (polls: number) =>
      Math.max(...lines.map(({ priceSeconds, total }) => total - priceSeconds * polls)),
    pollsAt: (lag: number) =>
      Math.max(...lines.map(({ priceSeconds, total }) => (total - lag) / priceSeconds)),
  };
}

function costsOf(plan: PollPlan, scenario: LogNormal): PollCosts {
  return pollCosts(plan, logNormalSurvival(scenario), logNormalMean(scenario));
}

/** Time to plan after a new completion, and to reuse the plan, in a library of a thousand generations. */
function decisionTimes(scenario: Scenario): string {
  const entries = drawLogNormal(scenario, { seed: SEED, count: LIBRARY_LENGTH }).map((end, index) =>
    aCompletedEntry({
      id: `entry-${index}`,
      unendedAt: atSecond(Math.max(0, end - 2)),
      endedAt: atSecond(end),
    }),
  );
  const question = { ...scenario, minGapSeconds: MIN_GAP_SECONDS };
  const planner = createPollPlanner();
  const times = Array.from({ length: DECISIONS }, (_, index) => {
    const library = entries.slice(index);
    const decide = () => planner({ ...question, entries: library }).delaySeconds(40);
    return { plan: msOf(decide), reuse: msOf(decide) };
  });
  const plan = median(times.map((time) => time.plan));
  const reuse = median(times.map((time) => time.reuse));
  return `a decision: ${plan.toFixed(2)} ms after a new completion, ${reuse.toFixed(2)} ms otherwise (medians of ${DECISIONS})`;
}

function msOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
