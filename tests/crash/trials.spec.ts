/**
 * Crash trials in a real browser: pages, browsers and servers are killed, and a ledger shows whether anything was lost
 * or paid twice. These few cover every situation that a trial can draw; `npm run bench:crash` runs a thousand more.
 */
import { expect, test } from "@playwright/test";
import { chooseSeeds, drawSituations } from "./covering-seeds.ts";
import { runTrials } from "./run-trials.ts";
import type { Profile } from "./seeded-kirin.ts";
import { drawPlan, type Layer } from "./trial-plan.ts";
import type { ViolationKind } from "./verdict.ts";

// A trial is repeated by its seed.
test.use({ screenshot: "off" });

/** Slow enough for a machine that runs other journeys at the same time. */
const FACTOR = 25;
/** Enough for a machine that is busy. */
const TIMEOUT_MS = 10 * 60_000;

interface Series {
  name: string;
  layer: Layer;
  seeds: number[];
  lanes: number;
}

const tabSeeds = chooseSeeds(drawSituations("tabs"));

const series: Series[] = [
  {
    name: "tabs: pages crash, freeze, reload and close at any step, over a faulty network → nothing is lost or paid twice",
    layer: "tabs",
    seeds: tabSeeds.filter((_, index) => index % 2 === 0),
    lanes: 4,
  },
  {
    name: "tabs: the same in other situations → nothing is lost or paid twice",
    layer: "tabs",
    seeds: tabSeeds.filter((_, index) => index % 2 === 1),
    lanes: 4,
  },
  {
    name: "proxy: whole browsers and servers are killed at random times → nothing is lost or paid twice",
    layer: "processes",
    // A browser for each: only the four that cover most.
    seeds: chooseSeeds(drawSituations("processes")).slice(0, 4),
    lanes: 2,
  },
];

for (const { name, layer, seeds, lanes } of series) {
  test(`${name} (${seeds.length} trials)`, async () => {
    test.setTimeout(TIMEOUT_MS);
    const results = await runTrials({ layer, seeds, lanes, factor: FACTOR });
    expect(results).toHaveLength(seeds.length);
    expect(results.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });
}

const UNDISRUPTED: Partial<Profile> = {
  faultShares: { create: 0, read: 0, clip: 0 },
  slots: null,
  outage: null,
  failing: 0,
  vanishing: 0,
};

/** Scripts that make every page faulty, and the violation that the verdict must report. */
const faultyScripts: { name: string; kind: ViolationKind; script: string }[] = [
  { name: "deletes completed rows", kind: "lost", script: `(${deleteCompletedRows})();` },
  { name: "sends every create twice", kind: "doubled", script: `(${sendCreatesTwice})();` },
];

for (const { name, kind, script } of faultyScripts) {
  test(`the verdict is “${kind}” for a page that ${name}`, async () => {
    test.setTimeout(TIMEOUT_MS);
    const results = await runTrials({
      layer: "tabs",
      seeds: undisruptedSeeds(2),
      lanes: 2,
      factor: FACTOR,
      profile: UNDISRUPTED,
      faultyScript: script,
    });
    const kinds = results.map(({ violations }) => violations.map((violation) => violation.kind));
    expect(kinds).toEqual([expect.arrayContaining([kind]), expect.arrayContaining([kind])]);
  });
}

/** Seeds of trials in which nothing is disrupted. */
function undisruptedSeeds(count: number): number[] {
  const seeds: number[] = [];
  for (let seed = 1; seeds.length < count; seed += 1) {
    const { steps, recoveryDisruptions } = drawPlan(seed, "tabs");
    const isCalm = steps.every((step) => step.kind === "press" && step.disruption === null);
    if (isCalm && recoveryDisruptions.length === 0) seeds.push(seed);
  }
  return seeds;
}

/** Runs in the page. */
function deleteCompletedRows(): void {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
    const request = Reflect.apply(put, this, args);
    const [row] = args;
    if (this.name === "entries" && row.phase === "completed") this.delete(row.id);
    return request;
  };
}

/** Runs in the page. */
function sendCreatesTwice(): void {
  const originalFetch = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (init?.method === "POST" && String(input).endsWith("/api/generations")) {
      const body = JSON.parse(String(init.body));
      const again = { ...body, external_task_id: `${body.external_task_id}-again` };
      void originalFetch(input, { ...init, body: JSON.stringify(again) });
    }
    return originalFetch(input, init);
  };
}
