/**
 * The script size of a first visit: everything the browser fetches until the network is idle, including lazy chunks.
 */
import { gzipSync } from "node:zlib";
import { expect, test } from "./support/fixtures.ts";

const SCRIPTS_MAX_BYTES = 140_000;
const GZIP = { level: 9 };

test("keeps the script of the first visit within its budget", async ({ page }) => {
  const fetched: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") fetched.push(response.body());
  });
  await page.goto("/", { waitUntil: "networkidle" });
  const inline = await page.locator("script:not([src])").allTextContents();
  const scripts = [...(await Promise.all(fetched)), ...inline];

  const bytes = scripts.reduce((sum, script) => sum + gzipSync(script, GZIP).length, 0);
  test.info().annotations.push({ type: "gzip bytes of script", description: String(bytes) });
  expect(fetched.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(SCRIPTS_MAX_BYTES);
});

test("starts the scripts once the page is complete, and delays its load event until they have run", async ({
  page,
}) => {
  await page.goto("/");
  const times = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    const script = performance.getEntriesByType("resource").find(({ name }) => /\.js$/.test(name));
    if (!(navigation instanceof PerformanceNavigationTiming)) return null;
    if (!(script instanceof PerformanceResourceTiming)) return null;
    return {
      isComplete: script.startTime >= navigation.domInteractive,
      isAwaited: navigation.loadEventStart >= script.responseEnd,
    };
  });
  expect(times).toEqual({ isComplete: true, isAwaited: true });
});
