/** The tests that have to notice the mutants of the module that MUTATION_MODULE names. */
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { modules } from "./modules.mjs";

const tests = modules[process.env.MUTATION_MODULE ?? ""]?.tests ?? [];
const isExcluded = (glob: string) => glob.startsWith("!");

export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: {
    environment: "node",
    include: tests.filter((glob) => !isExcluded(glob)),
    exclude: tests.filter(isExcluded).map((glob) => glob.slice(1)),
    setupFiles: ["tests/setup/quiet.ts"],
    // Long, because a test that is only slow on a busy machine would count as having noticed the mutant.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
