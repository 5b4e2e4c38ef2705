/**
 * `npm run mutation`: plants mistakes, module by module, and reports which ones the unit tests notice. Fails when a
 * module is below its threshold. `-- proxy kirin` runs only these modules; options after the names go to Stryker, for
 * example `-- kirin --mutate src/kirin/task.ts --concurrency 1`. Nothing else needs the many packages of the mutation
 * testing tools, so they are installed only here.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { modules } from "../tests/mutation/modules.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { readScore } from "./lib/mutation-score.mjs";
import { must, root, run } from "./lib/run.mjs";

const tools = join(root, "tests/mutation");
const stryker = join(tools, "node_modules/@stryker-mutator/core/bin/stryker.js");

const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => word.startsWith("-"));
const options = firstOption < 0 ? [] : words.slice(firstOption);
const given = firstOption < 0 ? words : words.slice(0, firstOption);
const names = given.length > 0 ? given : Object.keys(modules);
const unknown = names.filter((name) => !modules[name]);
if (unknown.length > 0) {
  process.stderr.write(`No such module: ${unknown}. There are: ${Object.keys(modules)}.\n`);
  process.exit(1);
}

await ensureInstalled();
if (!existsSync(stryker)) {
  process.stdout.write("Installing the mutation testing tools…\n");
  // Not `npm ci`, as for the project itself. Without peer dependencies: the test runner is the project's.
  const flags = ["--no-save", "--legacy-peer-deps", "--ignore-scripts", "--no-audit"];
  await must("Installing the mutation testing tools", "npm", [
    "install",
    "--prefix",
    tools,
    ...flags,
  ]);
}

/** @type {string[]} */
const rows = [];
let hasPassed = true;
for (const name of names) {
  const threshold = modules[name]?.threshold ?? 100;
  process.stdout.write(`\nModule ${name}\n`);
  if (!(await mutate(name))) {
    hasPassed = false;
    rows.push(`${name.padEnd(12)} did not run`);
    continue;
  }
  const { killed, timeouts, survivors, equivalent, unused, percent } = readScore(
    name,
    modules[name]?.sample,
  );
  for (const { file, at, line, mutator, replacement, isCovered } of survivors) {
    const kind = isCovered ? mutator : `${mutator}, in no test`;
    process.stdout.write(`${file}:${at} ${kind}\n    ${line}\n    → ${replacement}\n`);
  }
  for (const { file, line } of unused) {
    process.stdout.write(`Listed as equivalent, but not among the survivors: ${file} ${line}\n`);
  }
  if (percent < threshold) hasPassed = false;
  rows.push(
    [
      name.padEnd(12),
      `${percent.toFixed(1)} %`.padStart(8),
      `${threshold} %`.padStart(9),
      `${killed}`.padStart(7),
      `${timeouts}`.padStart(9),
      `${survivors.length}`.padStart(9),
      `${equivalent}`.padStart(10),
      percent < threshold ? "  below its threshold" : "",
    ].join(" "),
  );
}
process.stdout.write(
  `\nmodule          score threshold  killed timed out survivors equivalent\n${rows.join("\n")}\n`,
);
process.exit(hasPassed ? 0 : 1);

/**
 * Runs Stryker for one module.
 * @param {string} name
 */
async function mutate(name) {
  const config = join(tools, "stryker.config.mjs");
  const sample = String(modules[name]?.sample ?? 1);
  const { ok } = await run(process.execPath, [stryker, "run", config, ...options], {
    env: { MUTATION_MODULE: name, MUTATION_SAMPLE: sample },
  });
  return ok;
}
