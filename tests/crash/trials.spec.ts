/** Trials with a ledger: pages, browsers and servers die, and nothing is lost or paid twice. `npm run bench:crash` runs more. */
import { expect, test } from "@playwright/test";
import type { Layer } from "./plan.ts";
import { runTrials } from "./run-trials.ts";

// A trial is played again by its seed; to follow every step of every page takes as long as the trials.
test.use({ trace: "off", screenshot: "off" });

/** The creator's clock against the machine's: slow enough for a machine that runs other journeys meanwhile. */
const FACTOR = 25;
/** Not how long it takes, but how long a starved machine may need. */
const LIMIT_MS = 10 * 60_000;

const parts: { name: string; layer: Layer; first: number; count: number; lanes: number }[] = [
  {
    name: "tabs: pages crash, stand still, reload and close at any step, over a network that breaks → nothing is lost, nothing is paid twice",
    layer: "tabs",
    first: 1,
    count: 30,
    lanes: 5,
  },
  {
    name: "tabs: the same with other seeds → nothing is lost, nothing is paid twice",
    layer: "tabs",
    first: 31,
    count: 30,
    lanes: 5,
  },
  {
    name: "proxy: whole browsers and servers are killed at random moments → nothing is lost, nothing is paid twice",
    layer: "processes",
    first: 1,
    count: 4,
    lanes: 2,
  },
];

for (const { name, layer, first, count, lanes } of parts) {
  test(`${name} (${count} trials)`, async () => {
    test.setTimeout(LIMIT_MS);
    const results = await runTrials({
      layer,
      seeds: Array.from({ length: count }, (_, index) => first + index),
      lanes,
      factor: FACTOR,
    });
    expect(results).toHaveLength(count);
    expect(results.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });
}
