/** Runs many trials, several of them in parallel. */
import { performance } from "node:perf_hooks";
import { FakeKirinServer } from "../fake-kirin/http-server.ts";
import { startBusyLoops } from "./busy-loops.ts";
import { type FastClock, startFastStudio } from "./fast-clock.ts";
import { pageScript } from "./page-instrumentation.ts";
import { type Lane, runTrial } from "./run-trial.ts";
import type { Profile } from "./seeded-kirin.ts";
import { launchSharedBrowser, openContext, openOwnBrowser } from "./trial-browser.ts";
import { drawPlan, type Layer } from "./trial-plan.ts";
import type { Verdict } from "./verdict.ts";

export interface TrialsOptions {
  layer: Layer;
  seeds: readonly number[];
  /** Number of trials that run in parallel. */
  lanes: number;
  /** Factor by which the creator's clock is faster than the machine's. */
  factor: number;
  /** Number of busy loops that compete with the trials for the cores. */
  load?: number;
  /** Overrides parts of every trial's profile. */
  profile?: Partial<Profile>;
  /** Script that makes every page faulty, to prove that the verdict detects it. */
  faultyScript?: string;
  onTrial?: (result: TrialResult) => void;
}

export interface TrialResult extends Verdict {
  seed: number;
  seconds: number;
}

/** Runs every seed once. */
export async function runTrials(options: TrialsOptions): Promise<TrialResult[]> {
  const stopLoad = startBusyLoops(options.load ?? 0);
  try {
    return await runLanes(options);
  } finally {
    await stopLoad();
  }
}

async function runLanes({ layer, seeds, lanes, factor, ...options }: TrialsOptions) {
  const { profile = {}, faultyScript = "", onTrial } = options;
  const clock: FastClock = { originMs: Date.now(), factor };
  const script = `${pageScript(clock)}\n${faultyScript}`;
  const kirins = await FakeKirinServer.start();
  const browser = layer === "tabs" ? await launchSharedBrowser() : null;
  const openBrowser = () =>
    browser === null ? openOwnBrowser(script) : openContext(browser, script);
  const queue = [...seeds];
  const results: TrialResult[] = [];
  const runLane = async (name: string) => {
    const studio = await startFastStudio(clock, kirins.baseUrl(name));
    const lane: Lane = { name, clock, kirins, studio, profile, openBrowser };
    for (let seed = queue.shift(); seed !== undefined; seed = queue.shift()) {
      const result = await runSeed(seed, layer, lane);
      results.push(result);
      onTrial?.(result);
    }
    await studio.kill();
    await studio.stop();
  };
  const names = Array.from({ length: Math.min(lanes, seeds.length) }, (_, i) => `lane-${i}`);
  try {
    await Promise.all(names.map(runLane));
  } finally {
    await browser?.close();
    await kirins.stop();
  }
  return results;
}

async function runSeed(seed: number, layer: Layer, lane: Lane): Promise<TrialResult> {
  const startedMs = performance.now();
  let step = "";
  const verdict = await runTrial(drawPlan(seed, layer), lane, (what) => {
    step = what;
  }).catch((fault: unknown) => unfinished(fault, step));
  return { seed, ...verdict, seconds: (performance.now() - startedMs) / 1000 };
}

/** A trial that does not finish proves nothing. */
function unfinished(fault: unknown, step: string): Verdict {
  return {
    violations: [{ kind: "other", text: `The trial failed while ${step}: ${String(fault)}` }],
    tally: { creates: 0, tasks: 0, phases: {} },
  };
}
