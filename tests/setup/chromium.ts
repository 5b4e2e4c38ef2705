/** Finds a Chromium for the tests. */
import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { chromium as playwrightChromium } from "playwright";

// Chromium's background services are not needed and may be unreachable.
const QUIET_FLAGS = ["--disable-quic", "--disable-background-networking"];

interface LaunchOptions {
  executablePath?: string;
  args: string[];
}

/**
 * How to start Chromium: Playwright's download if there is one, otherwise, on Linux, the Chromium inside an npm
 * package. On other systems, `npx playwright install chromium` provides the former.
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  if (existsSync(playwrightChromium.executablePath())) return { args: QUIET_FLAGS };
  return {
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--headless=shell", "--mute-audio", ...QUIET_FLAGS],
  };
}
