/** Many trials, several at once, and what they came to. */
import { performance } from "node:perf_hooks";
import type { Browser } from "playwright";
import { FakeKirinServer } from "../fake-kirin/http-server.ts";
import { startBusyLoops } from "./busy-loops.ts";
import { drawPlan, type Layer } from "./plan.ts";
import { type FastClock, startStudio } from "./processes.ts";
import { type Lane, runTrial } from "./run-trial.ts";
import { launchShared, openContext, openOwnBrowser } from "./stage.ts";
import type { Verdict } from "./verdict.ts";

export interface TrialsOptions {
  layer: Layer;
  seeds: readonly number[];
  /** How many trials go on at once. */
  lanes: number;
  /** How much faster than the machine's the creator's clock runs. */
  factor: number;
  /** How many busy loops compete with the trials for the cores. */
  load?: number;
  onTrial?: (result: TrialResult) => void;
}

export interface TrialResult extends Verdict {
  seed: number;
  seconds: number;
}

/** Runs every seed once. */
export async function runTrials(options: TrialsOptions): Promise<TrialResult[]> {
  const endLoad = startBusyLoops(options.load ?? 0);
  try {
    return await runAll(options);
  } finally {
    await endLoad();
  }
}

async function runAll(options: TrialsOptions): Promise<TrialResult[]> {
  const clock: FastClock = { originMs: Date.now(), factor: options.factor };
  const kirins = await FakeKirinServer.start();
  const browser = options.layer === "tabs" ? await launchShared() : null;
  const seeds = [...options.seeds];
  const results: TrialResult[] = [];
  try {
    await Promise.all(
      Array.from({ length: Math.min(options.lanes, seeds.length) }, async (_, index) => {
        const name = `lane-${index}`;
        const studio = await startStudio(clock, kirins.baseUrl(name));
        const lane = { name, clock, kirins, studio, openStage: stageOpener(browser, clock) };
        for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
          const result = await run(seed, options.layer, lane);
          results.push(result);
          options.onTrial?.(result);
        }
        await studio.kill();
        await studio.stop();
      }),
    );
  } finally {
    await browser?.close();
    await kirins.stop();
  }
  return results;
}

function stageOpener(browser: Browser | null, clock: FastClock): Lane["openStage"] {
  return () => (browser === null ? openOwnBrowser(clock) : openContext(browser, clock));
}

async function run(seed: number, layer: Layer, lane: Lane): Promise<TrialResult> {
  const startedMs = performance.now();
  let step = "";
  const verdict = await runTrial(drawPlan(seed, layer), lane, (what) => {
    step = what;
  }).catch((fault: unknown) => brokenOff(fault, step));
  return { seed, ...verdict, seconds: (performance.now() - startedMs) / 1000 };
}

/** A trial that comes to no end is no proof of anything. */
function brokenOff(fault: unknown, step: string): Verdict {
  return {
    violations: [{ kind: "other", text: `The trial broke off while ${step}: ${String(fault)}` }],
    tally: { creates: 0, tasks: 0, phases: {} },
  };
}
