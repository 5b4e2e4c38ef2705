/** Journeys in a real browser, against the real server and the real simulator. */
import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "../tests/setup/chromium.ts";

export default defineConfig({
  testMatch: "*.spec.ts",
  outputDir: "../test-results/journeys",
  // Rendering uses both cores, so more than two journeys at once would not finish sooner.
  workers: 2,
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
    // Without screencasts: recording them took a fifth to a third of the CPU time, and passing tests do not need them.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
  },
});
