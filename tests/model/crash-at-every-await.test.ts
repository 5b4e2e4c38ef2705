/**
 * The real generation code in a virtual world, with pages that crash at every await point and at every pair of them.
 */
import { expect, test } from "vitest";
import { crashAtEveryStep, explain } from "./crash-at-every-step.ts";
import { SCENARIOS } from "./scenarios.ts";

/** Enough for a machine that is busy. */
const TIMEOUT_MS = 480_000;

test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
  "tabs: a tab crashes at any await point, and another at any step of the recovery → nothing is lost or paid twice (%s)",
  async (_name, scenario) => {
    const extent = { hasPairs: true, stopsAtFirst: false };
    const { findings, singles, pairs } = await crashAtEveryStep(scenario, extent);
    const [first] = findings;
    expect(first && (await explain(first))).toBeUndefined();
    expect(Math.min(singles, pairs)).toBeGreaterThan(20);
  },
  TIMEOUT_MS,
);
