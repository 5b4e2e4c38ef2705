/** Unit tests in Node, component tests in a real Chromium. */

import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { configDefaults, defineConfig } from "vitest/config";
import { chromiumLaunchOptions } from "./tests/setup/chromium.ts";
import { mswWorker } from "./tests/setup/msw-worker.ts";

/** For assertions that are polled. Enough for a machine that is busy: it says nothing of how fast something has to be. */
const POLL = { poll: { timeout: 20_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, "tests/product/**"],
          setupFiles: ["tests/setup/quiet.ts"],
          // Property tests run a hundred cases, and machines are busy: nothing here says how fast it has to be.
          testTimeout: 180_000,
          hookTimeout: 60_000,
          expect: POLL,
        },
      },
      {
        // What can only be said of the built product.
        test: {
          name: "product",
          environment: "node",
          include: ["tests/product/*.test.ts"],
          // Processes start and end, on machines that are busy.
          testTimeout: 120_000,
          expect: POLL,
        },
      },
      {
        plugins: [react(), tailwindcss(), mswWorker()],
        // A dependency found only while tests run makes Vite reload them in the middle: all are named here.
        optimizeDeps: {
          include: [
            "@tanstack/react-query",
            "axe-core",
            "big.js",
            "fast-check",
            "idb",
            "lucide-react",
            "mediabunny",
            "msw",
            "msw/browser",
            "react",
            "react-dom/client",
            "react-dom/server",
            "react-hook-form",
            "react/jsx-dev-runtime",
            "vitest-browser-react",
            "wouter",
            "wouter/memory-location",
            "wouter/use-browser-location",
            "zod/mini",
          ],
        },
        test: {
          name: "browser",
          include: ["src/**/*.test.tsx"],
          setupFiles: ["tests/setup/quiet.ts"],
          // Films are decoded and encoded here, and machines are busy: nothing here says how fast it has to be.
          testTimeout: 180_000,
          expect: POLL,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await chromiumLaunchOptions() }),
            instances: [{ browser: "chromium", viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
