/** The tests that have to notice the mutants of `npm run mutation`: those of the state machine and the submit path. */
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: {
    environment: "node",
    include: [
      "src/studio/domain/*/{life,failed-read,prepare-entry,hold,entry-rules,send-queue,slot-limit,press-key,parameter-differences}*.test.ts",
      "src/studio/features/generations/**/{submit,retry,change,prepare-entries,dispatcher,send-rules,server-check,coalesced-run,read-entry,abandoned-creates}*.test.ts",
    ],
    setupFiles: ["tests/setup/quiet.ts"],
    testTimeout: 20_000,
  },
});
