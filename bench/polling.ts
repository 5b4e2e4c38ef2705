/**
 * How late an end is seen, and how many reads that takes: fixed gaps, the best there can be for a distribution that is
 * known, and ours, which has to learn it. Costs are summed over the distribution; only the histories are drawn.
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
  /** What such times would be times of, for the guess to start from. */
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
const FRONTIER_PRICES = Array.from({ length: 60 }, (_, index) => 0.01 * 1.15 ** index);

const LAG_AIM = 1.15;
const POLLS_AIM = 0.5;

/** A table for each distribution, and how far the aims are met. */
export async function benchPolling(): Promise<string[]> {
  return [...SCENARIOS.flatMap(compare), decisionTimes(LIVE_STD)];
}

function compare(scenario: Scenario): string[] {
  const { medianSeconds, spread } = scenario;
  const histories = drawHistories(scenario);
  const frontier = frontierOf(scenario);
  const learned = ours(scenario, histories, POLL_PRICE_SECONDS);
  const row = (name: string, costs: PollCosts) =>
    `  ${name.padEnd(18)}${seconds(costs.lagSeconds)}${costs.polls.toFixed(2).padStart(9)}${seconds(frontier.lagAt(costs.polls))}`;

  const five = fixed(scenario, 5);
  const lagRatio = learned.lagSeconds / frontier.lagAt(learned.polls);
  const readsRatio = oursAtLag(scenario, histories, five.lagSeconds).polls / five.polls;
  const bestRatio = frontier.pollsAt(five.lagSeconds) / five.polls;
  return [
    `median ${medianSeconds} s, spread ${spread}:  mean lag    reads  least lag for as many reads`,
    ...FIXED_SECONDS.map((gap) => row(`fixed ${gap} s`, fixed(scenario, gap))),
    row(`ours after ${HISTORY_LENGTH}`, learned),
    row("ours with none", costsOf(cautiousPlan(MIN_GAP_SECONDS), scenario)),
    `  lag of ours after ${HISTORY_LENGTH} / frontier: ${verdict(lagRatio, LAG_AIM)}`,
    `  reads of ours / of fixed 5 s, at its lag: ${verdict(readsRatio, POLLS_AIM)}; the frontier has ${bestRatio.toFixed(3)}`,
  ];
}

const seconds = (value: number) => `${value.toFixed(2)} s`.padStart(10);

function verdict(value: number, aim: number): string {
  return `${value.toFixed(3)} (aim: at most ${aim}, ${value <= aim ? "met" : "not met"})`;
}

/** Completions as they are really known: between two reads, of a studio that has not learned yet. */
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

/** The mean over all histories. */
function ours(scenario: Scenario, histories: readonly Wait[][], priceSeconds: number): PollCosts {
  const question = { ...scenario, priceSeconds, minGapSeconds: MIN_GAP_SECONDS };
  const all = histories.map((waits) => costsOf(planFor(question, waits), scenario));
  return {
    polls: all.reduce((sum, { polls }) => sum + polls, 0) / all.length,
    lagSeconds: all.reduce((sum, { lagSeconds }) => sum + lagSeconds, 0) / all.length,
  };
}

/** Ours at the price at which it is as late as asked for. */
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
 * What no way of polling can beat that knows the distribution: for each price, the cheapest schedule there is gives a line
 * that lag and reads of every schedule lie above.
 */
function frontierOf(scenario: LogNormal) {
  const { medianSeconds, spread } = scenario;
  const lines = FRONTIER_PRICES.map((priceSeconds) => {
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

/** Planning anew, as after each end, and asking again between ends, in a library of a thousand generations. */
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
    return { anew: msOf(decide), again: msOf(decide) };
  });
  const anew = median(times.map((time) => time.anew));
  const again = median(times.map((time) => time.again));
  return `a decision: ${anew.toFixed(2)} ms after a new end, ${again.toFixed(2)} ms else (medians of ${DECISIONS})`;
}

function msOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
