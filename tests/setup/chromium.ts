/** The browser that tests run in, on every machine the project is worked on. */
import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { chromium as playwrightChromium } from "playwright";

// Chromium's own services cannot be reached from a closed network, and are not wanted from an open one.
const QUIET_FLAGS = ["--disable-quic", "--disable-background-networking"];

interface LaunchOptions {
  executablePath?: string;
  args: string[];
}

/**
 * How to start Chromium: Playwright's own download where there is one, the Chromium that comes inside an npm package on
 * Linux otherwise. Elsewhere `npx playwright install chromium` gives the first.
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  if (existsSync(playwrightChromium.executablePath())) return { args: QUIET_FLAGS };
  return {
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--headless=shell", "--mute-audio", ...QUIET_FLAGS],
  };
}
