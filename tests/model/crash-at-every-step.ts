/**
 * Crashes pages at every step of a scenario, and at every pair of steps. Two consecutive steps are equivalent crash
 * points unless the page changed something outside itself in between. Pairs use only the first of equivalent steps.
 */
import { type Crash, runScenario, type ScenarioOptions } from "./run-scenario.ts";
import type { Scenario } from "./scenarios.ts";
import type { Violation } from "./world/violation.ts";

interface Crashes {
  /** Crashes of the scenario's own pages. */
  scenario: readonly Crash[];
  /** The step at which the page that is opened afterwards also crashes; null for none. */
  recovery: number | null;
}

/** A trial that violated a rule. */
interface Finding {
  scenario: Scenario;
  crashes: Crashes;
  violations: Violation[];
}

interface Coverage {
  /** Numbers of trials with one and with two crashes. */
  singles: number;
  pairs: number;
  findings: Finding[];
}

interface Extent extends ScenarioOptions {
  /** Whether to combine each crash with every second crash. */
  hasPairs: boolean;
  /** Whether to stop at the first finding. */
  stopsAtFirst: boolean;
}

async function runTrial(scenario: Scenario, crashes: Crashes, options: ScenarioOptions) {
  const { creator, pages, world } = await runScenario(scenario, crashes.scenario, options);
  const stepCounts = pages.map(({ stepCount }) => stepCount);
  const distinctSteps = pages.map((page) => [...page.distinctSteps]);
  const { violations, recovery } = await creator.finish(crashes.recovery);
  const recoverySteps = recovery.distinctSteps;
  return { violations, stepCounts, distinctSteps, recoverySteps, trace: world.trace ?? [] };
}

/** Runs a scenario without a crash, then with every single crash, and optionally with every pair. */
export async function crashAtEveryStep(
  scenario: Scenario,
  { hasPairs, stopsAtFirst, ...options }: Extent,
): Promise<Coverage> {
  const coverage: Coverage = { singles: 0, pairs: 0, findings: [] };
  const tryCrashes = async (crashed: readonly Crash[], recovery: number | null) => {
    const crashes = { scenario: crashed, recovery };
    const result = await runTrial(scenario, crashes, options);
    const { violations } = result;
    if (violations.length > 0) coverage.findings.push({ scenario, crashes, violations });
    return result;
  };
  const trySecondCrashes = async (first: Crash) => {
    const { recoverySteps, distinctSteps } = await tryCrashes([first], null);
    for (const step of recoverySteps) await tryCrashes([first], step);
    // With two pages, the second crash can be in either.
    const others = distinctSteps.flatMap((steps, page) =>
      page > first.page ? steps.map((step) => ({ page, step })) : [],
    );
    for (const second of others) await tryCrashes([first, second], null);
    coverage.pairs += recoverySteps.length + others.length;
  };

  const { stepCounts, distinctSteps } = await tryCrashes([], null);
  for (const [page, count] of stepCounts.entries()) {
    for (let step = 0; step < count; step += 1) {
      if (stopsAtFirst && coverage.findings.length > 0) return coverage;
      coverage.singles += 1;
      if (hasPairs && distinctSteps[page]?.includes(step)) await trySecondCrashes({ page, step });
      else await tryCrashes([{ page, step }], null);
    }
  }
  return coverage;
}

/** The log of a trial that violated a rule. */
export async function explain({ scenario, crashes, violations }: Finding): Promise<string> {
  const { trace } = await runTrial(scenario, crashes, { isTraced: true });
  const found = violations.map(({ rule, text }) => `${rule}: ${text}`);
  return [`${scenario.name}: ${JSON.stringify(crashes)}`, ...trace, ...found].join("\n");
}
