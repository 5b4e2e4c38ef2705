/**
 * Chooses the trials that `npm test` runs: few, and every situation that a trial can draw occurs in one of them.
 * Thousands of other seeds are for `npm run bench:crash`.
 */
import { VirtualClock } from "#testing/virtual-clock.ts";
import { seededKirin } from "./seeded-kirin.ts";
import { type Disruption, drawPlan, type Layer, type TrialPlan } from "./trial-plan.ts";

/** Enough seeds that every situation occurs in several of them. */
const CANDIDATES = 2000;

/** Situations by seed: a press with its disruption, a fault of a create, and what else a plan can hold. */
type Situations = ReadonlyMap<number, ReadonlySet<string>>;

/** Lists the situations of the candidates. */
export function drawSituations(layer: Layer): Situations {
  const seeds = Array.from({ length: CANDIDATES }, (_, index) => index + 1);
  return new Map(seeds.map((seed) => [seed, situationsOf(drawPlan(seed, layer))]));
}

/** Chooses seeds until every situation occurs: each time the one that adds most, the lowest first. */
export function chooseSeeds(situations: Situations): number[] {
  const missing = new Set([...situations.values()].flatMap((of) => [...of]));
  const seeds: number[] = [];
  while (missing.size > 0) {
    let best = { seed: 0, gain: 0 };
    for (const [seed, of] of situations) {
      const gain = [...of].filter((situation) => missing.has(situation)).length;
      if (gain > best.gain) best = { seed, gain };
    }
    seeds.push(best.seed);
    for (const situation of situations.get(best.seed) ?? []) missing.delete(situation);
  }
  return seeds;
}

function situationsOf(plan: TrialPlan): ReadonlySet<string> {
  const found = new Set<string>();
  for (const step of plan.steps) {
    if (step.kind === "press") found.add(`${step.how}, then ${kindOf(step.disruption)}`);
    if (step.kind === "press" && step.disruption?.kind === "crash-point") {
      found.add(`a crash at operation ${step.disruption.nth} of a press`);
    }
    if (step.kind === "disrupt") found.add(`${kindOf(step.disruption)} while idle`);
    if (step.kind === "cancel") found.add("a cancellation");
    found.add(`tab ${step.tab}`);
  }
  for (const disruption of plan.recoveryDisruptions) {
    found.add(`${kindOf(disruption)} during recovery`);
  }
  found.add(plan.keepsTabs ? "tabs stay open" : "tabs are closed");
  found.add(plan.sendsAgain ? "sends again" : "does not send again");
  for (const fault of firstFaults(plan)) found.add(fault);
  return found;
}

function kindOf(disruption: Disruption | null): string {
  return disruption?.kind ?? "nothing";
}

/** The faults that strike the first create of each press. */
function firstFaults(plan: TrialPlan): string[] {
  const kirin = seededKirin({ seed: plan.seed, clock: new VirtualClock(), clipUrl: () => "" });
  const presses = plan.steps.filter(({ kind }) => kind === "press");
  return presses.map(() => {
    const fault = kirin.nextFault("create");
    const isApplied = "isApplied" in fault && fault.isApplied === true;
    return `a create meets ${fault.kind}${isApplied ? ", and is applied" : ""}`;
  });
}
