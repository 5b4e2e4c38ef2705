/** The core in a virtual world, with tabs that are gone at every await point and at every pair of them. */
import { expect, test } from "vitest";
import { dropEverywhere, explain } from "./core/everywhere.ts";
import { SCENARIOS } from "./core/scenarios.ts";

/** For a machine with much else to do. */
const PATIENCE_MS = 480_000;

test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
  "tabs: a tab is gone at any await point, and a second at any of the recovery → nothing is lost, and nothing paid twice (%s)",
  async (_name, scenario) => {
    const extent = { isPaired: true, isBrief: false };
    const { findings, points, pairs } = await dropEverywhere(scenario, extent);
    const [first] = findings;
    expect(first && (await explain(first))).toBeUndefined();
    expect(Math.min(points, pairs)).toBeGreaterThan(20);
  },
  PATIENCE_MS,
);
