/** What a way of polling costs, summed over a known distribution instead of sampled. */
import type { PollPlan } from "#studio/domain/polling/poll-plan.ts";

export interface PollCosts {
  /** How late the end is seen, on average, in seconds. */
  lagSeconds: number;
  /** Reads until the end is seen, on average, the seeing one included. */
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
