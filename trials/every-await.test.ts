/** The core in a virtual world, with tabs that are gone at every await point and at every pair of them. */
import { expect, test } from "vitest";
import { dropEverywhere, explain } from "./core/everywhere.ts";
import { SCENARIOS } from "./core/scenarios.ts";

/** For a machine with much else to do. */
const PATIENCE_MS = 120_000;

test.each(SCENARIOS)(
  "a tab is gone anywhere in “$name”",
  async (scenario) => {
    const { findings, points, pairs } = await dropEverywhere(scenario, {
      isPaired: true,
      isBrief: false,
    });
    const [first] = findings;
    expect(first && (await explain(first))).toBeUndefined();
    expect(Math.min(points, pairs)).toBeGreaterThan(20);
  },
  PATIENCE_MS,
);
