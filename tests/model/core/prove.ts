/** What a few stories find, for whoever wants to know whether they would find a mistake. */
import { dropEverywhere } from "./everywhere.ts";
import { SCENARIOS } from "./scenarios.ts";

/**
 * What the named stories find first, told without drops and then with one at every await point.
 * @public Loaded by tests/model/planted-mistakes.test.ts, together with the mistakes.
 */
export async function breachesIn(names: readonly string[]): Promise<string[]> {
  for (const name of names) {
    const scenario = SCENARIOS.find((one) => one.name === name);
    if (scenario === undefined) throw new Error(`There is no story “${name}”.`);
    const { findings } = await dropEverywhere(scenario, { isPaired: false, isBrief: true });
    const [found] = findings;
    if (found !== undefined) return found.breaches;
  }
  return [];
}
