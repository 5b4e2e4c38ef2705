/** Many random lives after one another; the first that goes wrong is made as small as can be, and told. */
import fc from "fast-check";
import { live } from "./live.ts";
import { randomCase } from "./random-case.ts";

/** How many lives each half tries. */
const LIVES = 5000;
/** How long that may take: for a machine with much else to do. */
export const LIVES_PATIENCE_MS = 600_000;

/** What went wrong, with all that is needed to see it again; null when nothing did. */
export async function firstFailure(seed: number): Promise<string | null> {
  const isKept = fc.asyncProperty(randomCase, async (one) => {
    const { breaches } = await live(one);
    return breaches.length === 0;
  });
  const { counterexample, counterexamplePath } = await fc.check(isKept, { seed, numRuns: LIVES });
  if (counterexample === null) return null;
  const [smallest] = counterexample;
  const { breaches, trace } = await live(smallest, true);
  const name = `seed ${seed}, path ${counterexamplePath}`;
  return [name, JSON.stringify(smallest), ...trace, ...breaches].join("\n");
}
