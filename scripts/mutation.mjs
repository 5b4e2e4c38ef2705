/**
 * `npm run mutation`: makes mistakes in a copy of the state machine and the submit path, one after the other, and asks the
 * tests which of them they notice. Its tools are many packages that nothing else needs, so they are fetched only here.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { must, root, run } from "./lib/run.mjs";

const tools = join(root, "tests/mutation");
const stryker = join(tools, "node_modules/@stryker-mutator/core/bin/stryker.js");

await ensureInstalled();
if (!existsSync(stryker)) {
  process.stdout.write("Fetching the tools of mutation testing…\n");
  // Without its peers: the test runner is the project's own.
  const options = ["--legacy-peer-deps", "--ignore-scripts", "--no-audit"];
  await must("Fetching them", "npm", ["ci", "--prefix", tools, ...options]);
}
const config = join(tools, "stryker.config.json");
const { ok } = await run(process.execPath, [stryker, "run", config, ...process.argv.slice(2)]);
process.exit(ok ? 0 : 1);
