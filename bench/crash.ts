/** `npm run bench:crash`: runs random cases of the model, then crash trials against a ledger, and prints a summary. */
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { runTrials, type TrialResult } from "../tests/crash/run-trials.ts";
import type { Layer } from "../tests/crash/trial-plan.ts";
import type { ViolationKind } from "../tests/crash/verdict.ts";
import { findFailingCase } from "../tests/model/find-failing-case.ts";

/** A series of trials, run in parallel lanes. */
interface Series {
  name: string;
  layer: Layer;
  count: number;
  lanes: number;
}

/** Runs the trials that the arguments select. Resolves with whether none found a violation. */
export async function benchCrash(args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: "string", default: "20000" },
      tabs: { type: "string", default: "1000" },
      processes: { type: "string", default: "200" },
      seed: { type: "string" },
      repeat: { type: "string", default: "1" },
      load: { type: "string", default: "0" },
      from: { type: "string", default: "1" },
      lanes: { type: "string" },
      factor: { type: "string", default: "40" },
    },
  });
  const series: Series[] = [
    { name: "Tab crashes", layer: "tabs", count: Number(values.tabs), lanes: 8 },
    {
      name: "Browser and server crashes",
      layer: "processes",
      count: Number(values.processes),
      lanes: 3,
    },
  ];
  let hasPassed = await runCases(Number(values.seed ?? values.from), Number(values.cases));
  for (const { name, layer, count, lanes } of series.filter((one) => one.count > 0)) {
    const first = Number(values.seed ?? values.from);
    const seeds =
      values.seed === undefined
        ? Array.from({ length: count }, (_, index) => first + index)
        : Array.from({ length: Number(values.repeat) }, () => first);
    const startedMs = performance.now();
    const results = await runTrials({
      layer,
      seeds,
      lanes: Number(values.lanes ?? lanes),
      factor: Number(values.factor),
      load: Number(values.load),
      onTrial: printViolations,
    });
    const seconds = (performance.now() - startedMs) / 1000;
    process.stdout.write(`${summary(name, results, seconds).join("\n")}\n`);
    hasPassed &&= results.every(({ violations }) => violations.length === 0);
  }
  return hasPassed;
}

/** Runs random cases of the model, which needs no browser. */
async function runCases(seed: number, count: number): Promise<boolean> {
  if (count === 0) return true;
  const startedMs = performance.now();
  const failing = await findFailingCase(seed, count);
  const seconds = (performance.now() - startedMs) / 1000;
  process.stdout.write(
    `Model: ${count} random cases, ${seconds.toFixed(0)} s\n${failing ?? "  failed cases: none"}\n`,
  );
  return failing === null;
}

function printViolations({ seed, violations, seconds }: TrialResult): void {
  for (const { kind, text } of violations) {
    process.stdout.write(`  seed ${seed} (${seconds.toFixed(1)} s): ${kind}: ${text}\n`);
  }
}

function summary(name: string, results: readonly TrialResult[], seconds: number): string[] {
  const count = (kind: ViolationKind) =>
    results.flatMap(({ violations }) => violations).filter((each) => each.kind === kind).length;
  const failures = results.filter(({ violations }) => violations.length > 0);
  const perTrial = (seconds / results.length).toFixed(2);
  return [
    `${name}: ${results.length} trials, ${count("lost")} lost, ${count("doubled")} doubled, ` +
      `${count("other")} other, ${seconds.toFixed(0)} s, ${perTrial} s per trial`,
    `  ${sumOf(results, "creates")} creates arrived, ${sumOf(results, "tasks")} tasks created; final phases: ${phases(results)}`,
    `  failed seeds: ${failures.map(({ seed }) => seed).join(", ") || "none"}`,
  ];
}

function sumOf(results: readonly TrialResult[], what: "creates" | "tasks"): number {
  return results.reduce((sum, { tally }) => sum + tally[what], 0);
}

function phases(results: readonly TrialResult[]): string {
  const sums = new Map<string, number>();
  for (const { tally } of results) {
    for (const [phase, count] of Object.entries(tally.phases)) {
      sums.set(phase, (sums.get(phase) ?? 0) + count);
    }
  }
  return [...sums].map(([phase, count]) => `${count} ${phase}`).join(", ");
}
