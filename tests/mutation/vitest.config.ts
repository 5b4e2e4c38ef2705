/** The tests that have to notice the mutants of the module that MUTATION_MODULE names. */
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { modules } from "./modules.mjs";

export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: {
    environment: "node",
    include: modules[process.env.MUTATION_MODULE ?? ""]?.tests ?? [],
    setupFiles: ["tests/setup/quiet.ts"],
    // Long, because a test that is only slow on a busy machine would count as having noticed the mutant.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
