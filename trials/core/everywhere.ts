/** Drops tabs at every await point of a story, and at every pair of them. */
import { type Scenario, tell } from "./scenarios.ts";

/** Where a trial dropped tabs, and what it broke. */
export interface Finding {
  where: string;
  breaches: string[];
}

export interface Tally {
  trials: number;
  points: number;
  pairs: number;
  findings: Finding[];
}

interface Drops {
  first: { tab: number; at: number } | null;
  /** A point of the tab that was opened to recover. */
  second: number | null;
}

/** One trial; `points` is how many the recovering tab had. */
async function trial(scenario: Scenario, { first, second }: Drops) {
  const { creator, tabs } = await tell(scenario, first);
  const pointsOf = tabs.map(({ points }) => points);
  const { breaches, recovery } = await creator.conclude(second);
  return { breaches, pointsOf, points: recovery.points };
}

/** Every single drop in a story, and with `isPaired` every second one during the recovery from each. */
export async function dropEverywhere(scenario: Scenario, isPaired: boolean): Promise<Tally> {
  const tally: Tally = { trials: 0, points: 0, pairs: 0, findings: [] };
  const attempt = async (drops: Drops) => {
    const result = await trial(scenario, drops);
    tally.trials += 1;
    if (result.breaches.length > 0) {
      tally.findings.push({ where: nameOf(scenario, drops), breaches: result.breaches });
    }
    return result;
  };

  const { pointsOf } = await attempt({ first: null, second: null });
  for (const [tab, points] of pointsOf.entries()) {
    for (let at = 0; at < points; at += 1) {
      tally.points += 1;
      const first = { tab, at };
      const { points: recoveryPoints } = await attempt({ first, second: null });
      for (let second = 0; isPaired && second < recoveryPoints; second += 1) {
        tally.pairs += 1;
        await attempt({ first, second });
      }
    }
  }
  return tally;
}

function nameOf({ name }: Scenario, { first, second }: Drops): string {
  const parts = [name];
  if (first) parts.push(`tab ${first.tab + 1} gone before point ${first.at}`);
  if (second !== null) parts.push(`the next gone before point ${second}`);
  return parts.join(" · ");
}

/** A trial line by line, for whoever wants to know why. */
export async function explain(scenario: Scenario, drops: Drops): Promise<string> {
  const { creator, world } = await tell(scenario, drops.first, true);
  const { breaches } = await creator.conclude(drops.second);
  return [...(world.trace ?? []), ...breaches].join("\n");
}
