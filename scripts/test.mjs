/**
 * `npm test`: runs every check and every test on a fresh clone. Ends with the line `N passed, N failed` and exits with
 * 1 after a failure. A skipped or flaky test counts as failed.
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root, run } from "./lib/run.mjs";

const results = join(root, "test-results");
/** @param {string} name */
const bin = (name) => join(root, "node_modules/.bin", name);
let passed = 0;
let failed = 0;

/**
 * Prints the result of one part and adds it to the totals.
 * @param {string} name
 * @param {{ good: number, bad: number }} counts
 * @param {number} startedAt
 */
function report(name, { good, bad }, startedAt) {
  passed += good;
  failed += bad;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `${bad === 0 ? "ok  " : "FAIL"} ${name} (${good} passed, ${bad} failed, ${seconds} s)\n`,
  );
}

/**
 * Runs a check that passes or fails as a whole.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 */
async function check(name, command, args) {
  const startedAt = performance.now();
  const { ok, output } = await run(command, args, { quiet: true });
  if (!ok) process.stdout.write(`${output}\n`);
  report(name, { good: ok ? 1 : 0, bad: ok ? 0 : 1 }, startedAt);
}

/**
 * Runs a test runner that writes its results as JSON.
 * @template Results
 * @param {string} name
 * @param {{ command: string, args: string[], quiet?: boolean }} runner `quiet` prints the output only when it ends.
 * @param {{ file: string, count: (results: Results) => { good: number, bad: number } }} output The file of results in
 *   test-results, and how to count them.
 */
async function suite(name, { command, args, quiet = false }, { file, count }) {
  const startedAt = performance.now();
  const path = join(results, file);
  const { ok, output: printed } = await run(command, args, { quiet, env: { NO_COLOR: "1" } });
  process.stdout.write(printed);
  const counts = await readFile(path, "utf8").then(
    (text) => count(JSON.parse(text)),
    () => ({ good: 0, bad: 1 }),
  );
  // A runner can fail without a failed test: an unhandled rejection, or a file that does not load.
  const bad = ok || counts.bad > 0 ? counts.bad : 1;
  const hasNoTest = ok && counts.good + counts.bad === 0;
  report(name, { good: counts.good, bad: bad + (hasNoTest ? 1 : 0) }, startedAt);
}

/** @param {{ numPassedTests: number, numTotalTests: number }} results */
function countVitest({ numPassedTests, numTotalTests }) {
  return { good: numPassedTests, bad: numTotalTests - numPassedTests };
}

/** @param {{ stats: Record<"expected" | "unexpected" | "flaky" | "skipped", number>, errors: unknown[] }} results */
function countPlaywright({ stats, errors }) {
  const { expected, unexpected, flaky, skipped } = stats;
  return { good: expected, bad: unexpected + flaky + skipped + errors.length };
}

await ensureInstalled();
await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });

await Promise.all([
  check("types", bin("tsc"), ["-b"]),
  check("lint and format", bin("biome"), ["ci", "--colors=off", "--error-on-warnings", "."]),
  check("dead code and unused dependencies", bin("knip"), []),
]);

const buildStartedAt = performance.now();
await build();
report("build", { good: 1, bad: 0 }, buildStartedAt);

/**
 * Unit tests of these folders share a process and its modules, which takes half of the CPU time. The others load native
 * code or start processes, and have a process each.
 */
const SHARING = ["comparison", "contract", "kirin", "proxy", "store", "studio"].map(
  (folder) => `src/${folder}/`,
);

/**
 * @param {"unit" | "product" | "browser"} project
 * @param {{ name?: string, args?: string[] }} [options] What the part is called, and further arguments of Vitest.
 */
function vitest(project, { name = project, args = [] } = {}) {
  const file = `${name.replaceAll(" ", "-")}.json`;
  const reporters = [
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${join(results, file)}`,
  ];
  return suite(
    `${name} tests`,
    {
      command: bin("vitest"),
      args: ["run", "--project", project, ...reporters, ...args],
      quiet: true,
    },
    { file, count: countVitest },
  );
}

async function unitTests() {
  const sources = (await readdir(join(root, "src"))).map((folder) => `src/${folder}/`);
  const others = sources.filter((folder) => !SHARING.includes(folder));
  await vitest("unit", { name: "shared unit", args: ["--no-isolate", ...SHARING] });
  await vitest("unit", { name: "isolated unit", args: [...others, "tests/"] });
}

function journeys() {
  return suite(
    "journeys",
    { command: bin("playwright"), args: ["test", "--config", "e2e/playwright.config.ts"] },
    { file: "journeys.json", count: countPlaywright },
  );
}

// Each of the two lanes keeps about one core busy until the journeys, which fill whatever is idle.
await Promise.all([
  vitest("browser"),
  unitTests()
    .then(() => vitest("product"))
    .then(journeys),
]);

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
