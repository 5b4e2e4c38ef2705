/** Runs many random cases, and shrinks the first failing one. */
import fc from "fast-check";
import { randomCase } from "./random-case.ts";
import { runRandomCase } from "./run-random-case.ts";

/** A description of the failing case, sufficient to repeat it; null if every case passes. */
export async function findFailingCase(seed: number, numRuns: number): Promise<string | null> {
  const property = fc.asyncProperty(randomCase, async (one) => {
    const { violations } = await runRandomCase(one);
    return violations.length === 0;
  });
  const { counterexample, counterexamplePath } = await fc.check(property, { seed, numRuns });
  if (counterexample === null) return null;
  const [smallest] = counterexample;
  const { violations, trace } = await runRandomCase(smallest, true);
  const name = `seed ${seed}, path ${counterexamplePath}`;
  const found = violations.map(({ rule, text }) => `${rule}: ${text}`);
  return [name, JSON.stringify(smallest), ...trace, ...found].join("\n");
}
