/** Journeys in a real browser, against the real server and the real simulator. */
import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "../tests/setup/chromium.ts";

export default defineConfig({
  testMatch: "*.spec.ts",
  outputDir: "../test-results/journeys",
  // Two cores stay busy with three: journeys also wait, for the simulator's queue, for retries and for downloads.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Generous for slow or busy machines. Only a failing journey takes this long.
  timeout: 600_000,
  expect: { timeout: 240_000 },
  // Projects start in this order. The trials take longest, so they start first. Run only among themselves, they would
  // leave no CPU time for renders.
  projects: [
    { name: "crash trials", testDir: "../tests/crash" },
    { name: "journeys", testDir: "." },
  ],
  reporter: [["list"], ["json", { outputFile: "../test-results/journeys.json" }]],
  use: {
    launchOptions: await chromiumLaunchOptions(),
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    // Recording a trace takes a sixth of the CPU time, even without screencasts. A failure leaves a screenshot and the
    // page's content; `--trace on` records a repetition.
    trace: "off",
    screenshot: "only-on-failure",
  },
});
