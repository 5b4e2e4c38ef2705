/** The costs of a polling strategy, summed over a known distribution instead of sampled. */
import type { PollPlan } from "#studio/domain/polling/poll-plan.ts";

export interface PollCosts {
  /** Mean delay until the end is noticed, in seconds. */
  lagSeconds: number;
  /** Mean number of reads, including the one that finds the end. */
  polls: number;
}

const NEGLIGIBLE = 1e-10;

/** Costs of a plan from age 0 on, for completion times with this survival function and mean. */
export function pollCosts(
  plan: PollPlan,
  survival: (ageSeconds: number) => number,
  meanSeconds: number,
): PollCosts {
  let [polls, seen, age] = [0, 0, 0];
  for (let share = 1; share > NEGLIGIBLE; share = survival(age)) {
    const delay = plan.delaySeconds(age);
    polls += share;
    seen += share * delay;
    age += delay;
  }
  return { polls, lagSeconds: seen - meanSeconds };
}
