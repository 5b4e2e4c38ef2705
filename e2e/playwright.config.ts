/** Journeys in a real browser, against the real server and the real simulator. */
import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "../tests/chromium.ts";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/journeys",
  // Rendering takes both cores: two journeys at once are as quick as it gets.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 60_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/journeys.json" }]],
  use: {
    launchOptions: await chromiumLaunchOptions(),
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    // The page at each step, but no film of it: that took a fifth to a third of the machine's time, most of it for nobody.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
  },
});
