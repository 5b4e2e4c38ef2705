/**
 * Drops tabs at every await point of a story, and at every pair of them. To go before a point is the same as before the
 * next one, unless something outside the tab was changed between them: of such points, pairs take the first.
 */
import { type Drop, type Scenario, tell } from "./scenarios.ts";

/** Where a trial dropped tabs, and what it broke. */
export interface Finding {
  scenario: Scenario;
  drops: Drops;
  breaches: string[];
}

export interface Tally {
  trials: number;
  points: number;
  pairs: number;
  findings: Finding[];
}

interface Drops {
  /** Tabs that go in the story. */
  story: readonly Drop[];
  /** A point of the tab that is opened to recover, at which that goes too. */
  recovery: number | null;
}

/** Tells one story with drops, and looks what became of it. */
async function attempt(scenario: Scenario, drops: Drops, isTraced = false) {
  const { creator, tabs, world } = await tell(scenario, drops.story, isTraced);
  const passed = tabs.map(({ points }) => points);
  const turns = tabs.map((tab) => [...tab.turns]);
  const { breaches, recovery } = await creator.conclude(drops.recovery);
  return { breaches, passed, turns, recoveryTurns: recovery.turns, trace: world.trace ?? [] };
}

interface Extent {
  /** Whether every second drop follows each. */
  isPaired: boolean;
  /** Whether the first finding is enough. */
  isBrief: boolean;
}

/** Every single drop in a story, and every second one after each. */
export async function dropEverywhere(
  scenario: Scenario,
  { isPaired, isBrief }: Extent,
): Promise<Tally> {
  const tally: Tally = { trials: 0, points: 0, pairs: 0, findings: [] };
  const examine = async (story: readonly Drop[], recovery: number | null) => {
    const drops = { story, recovery };
    const result = await attempt(scenario, drops);
    tally.trials += 1;
    if (result.breaches.length > 0) {
      tally.findings.push({ scenario, drops, breaches: result.breaches });
    }
    return result;
  };

  const { passed, turns } = await examine([], null);
  for (const [tab, points] of passed.entries()) {
    for (let at = 0; at < points; at += 1) {
      if (isBrief && tally.findings.length > 0) return tally;
      tally.points += 1;
      const once = await examine([{ tab, at }], null);
      if (!isPaired || !turns[tab]?.includes(at)) continue;
      for (const second of once.recoveryTurns) {
        tally.pairs += 1;
        await examine([{ tab, at }], second);
      }
      // Of two tabs, either may be the second.
      for (const [other, otherTurns] of once.turns.entries()) {
        if (other <= tab) continue;
        for (const second of otherTurns) {
          tally.pairs += 1;
          await examine(
            [
              { tab, at },
              { tab: other, at: second },
            ],
            null,
          );
        }
      }
    }
  }
  return tally;
}

/** A trial that found something, line by line. */
export async function explain({ scenario, drops, breaches }: Finding): Promise<string> {
  const { trace } = await attempt(scenario, drops, true);
  return [`${scenario.name}: ${JSON.stringify(drops)}`, ...trace, ...breaches].join("\n");
}
