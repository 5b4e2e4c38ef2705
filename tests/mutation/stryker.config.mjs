/** Options of Stryker for the module that MUTATION_MODULE names. `npm run mutation` sets it and computes the score. */
import { modules } from "./modules.mjs";

const name = process.env.MUTATION_MODULE ?? "";
const module = modules[name];
if (!module) throw new Error(`MUTATION_MODULE is no module: ${name}`);

export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner", "./tests/mutation/sample-checker.mjs"],
  checkers: module.sample ? ["sample"] : [],
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: false },
  mutate: [...module.files, "!src/**/*.test.ts", "!src/**/testing/**"],
  ignorePatterns: [
    "dist",
    "docs",
    "e2e",
    "bench",
    "public",
    "tests/crash",
    "tests/model",
    "tests/servers",
    "tests/product",
    "tests/mutation/node_modules",
    "test-results",
    ".data",
  ],
  tsconfigFile: "tests/mutation/none.json",
  coverageAnalysis: "perTest",
  disableTypeChecks: false,
  allowConsoleColors: false,
  concurrency: 2,
  // Long, because a mutant that only runs slowly on a busy machine would count as killed.
  timeoutMS: 60_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 15,
  tempDirName: ".cache/mutation",
  reporters: ["progress-append-only", "json"],
  jsonReporter: { fileName: `.cache/mutation-reports/${name}.json` },
  thresholds: { high: 95, low: 80, break: null },
};
