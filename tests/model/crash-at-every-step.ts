/**
 * Crashes pages at every step of a scenario, and at every pair of steps. A crash before a step has the same effect as one
 * before the next step, unless the page changed something outside of it in between: of such steps, pairs use the first.
 */
import { type Crash, runScenario, type ScenarioOptions } from "./run-scenario.ts";
import type { Scenario } from "./scenarios.ts";
import type { Violation } from "./world/violation.ts";

interface Crashes {
  /** Of pages of the scenario. */
  scenario: readonly Crash[];
  /** The step at which the page that is opened afterwards crashes as well. */
  recovery: number | null;
}

/** A trial that broke a rule. */
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
  /** Whether every second crash follows each. */
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

/** Runs a scenario without a crash, then with every single one, and with every second one after each. */
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
    // Of two pages, either may be the second.
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

/** The log of a trial that broke a rule. */
export async function explain({ scenario, crashes, violations }: Finding): Promise<string> {
  const { trace } = await runTrial(scenario, crashes, { isTraced: true });
  const found = violations.map(({ rule, text }) => `${rule}: ${text}`);
  return [`${scenario.name}: ${JSON.stringify(crashes)}`, ...trace, ...found].join("\n");
}
