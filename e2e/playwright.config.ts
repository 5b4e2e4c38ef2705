/** Journeys in a real browser, against the real server and the real simulator. */
import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "../tests/setup/chromium.ts";

export default defineConfig({
  testMatch: "*.spec.ts",
  outputDir: "../test-results/journeys",
  // Rendering takes both cores: two journeys at once are as quick as it gets.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // How long a machine may take that is slow, or has much else to do: nobody waits for these while all is well.
  timeout: 600_000,
  expect: { timeout: 240_000 },
  // The longest first, and beside each other: what takes the whole machine starves a clip that is being made, which takes
  // only what others leave.
  projects: [
    { name: "crash trials", testDir: "../tests/crash" },
    { name: "journeys", testDir: "." },
  ],
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
