/**
 * `npm run mutation`: mutation tests of the state machine and the submit path. Nothing else needs the many packages of the
 * mutation testing tools, so they are installed only here.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { must, root, run } from "./lib/run.mjs";

const tools = join(root, "tests/mutation");
const stryker = join(tools, "node_modules/@stryker-mutator/core/bin/stryker.js");

await ensureInstalled();
if (!existsSync(stryker)) {
  process.stdout.write("Installing the mutation testing tools…\n");
  // Without peer dependencies: the test runner is the project's.
  const options = ["--legacy-peer-deps", "--ignore-scripts", "--no-audit"];
  await must("Installing the mutation testing tools", "npm", ["ci", "--prefix", tools, ...options]);
}
const config = join(tools, "stryker.config.json");
const { ok } = await run(process.execPath, [stryker, "run", config, ...process.argv.slice(2)]);
process.exit(ok ? 0 : 1);
