/** The checks detect every kind of mistake: with a faulty part, the matching rule is violated. */
import { expect, test } from "vitest";
import { crashAtEveryStep } from "./crash-at-every-step.ts";
import { READS } from "./faulty-parts/reads.ts";
import { RECOVERY } from "./faulty-parts/recovery.ts";
import { ROWS } from "./faulty-parts/rows.ts";
import { SENDING } from "./faulty-parts/sending.ts";
import { SCENARIOS, type Scenario } from "./scenarios.ts";
import { RULES } from "./world/violation.ts";
import type { WorldParts } from "./world/world-parts.ts";

/** Enough for a machine that is busy. */
const TIMEOUT_MS = 120_000;

const FAULTY_PARTS = [...SENDING, ...RECOVERY, ...ROWS, ...READS];

function scenarioOf(name: string): Scenario {
  const scenario = SCENARIOS.find((one) => one.name === name);
  if (scenario === undefined) throw new Error(`There is no scenario “${name}”.`);
  return scenario;
}

/** The rules that the first failing trial violates. */
async function brokenRules(scenario: Scenario, parts: Partial<WorldParts>): Promise<string[]> {
  const extent = { hasPairs: false, stopsAtFirst: true, parts };
  const { findings } = await crashAtEveryStep(scenario, extent);
  return (findings[0]?.violations ?? []).map(({ rule }) => rule);
}

test("every rule has a faulty part that violates it", () => {
  const proved = new Set(FAULTY_PARTS.map(({ rule }) => rule));
  expect([...proved].sort()).toEqual(Object.keys(RULES).sort());
});

test.each(FAULTY_PARTS.map((part) => [part.name, part] as const))(
  "a rule is violated when %s",
  async (_name, { parts, rule, scenario }) => {
    expect(await brokenRules(scenarioOf(scenario), parts)).toContain(rule);
  },
  TIMEOUT_MS,
);
