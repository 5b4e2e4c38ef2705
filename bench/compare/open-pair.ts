/** Benchmarks opening a saved pair repeatedly: the time to the first frames, and the resources that leak. */
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright";
import { openResources, watchResources } from "../../e2e/support/open-resources.ts";
import { median } from "../statistics.ts";
import type { ClipPair } from "./measured-page.ts";

const TIMED = 10;
const OPENINGS = 50;
const SETTLING_MS = 4000;

/** Generates a pair in the studio, with the given clips instead of the simulator's. */
export async function openingLines(
  browser: Browser,
  context: BrowserContext,
  pair: ClipPair,
): Promise<string[]> {
  const page = await context.newPage();
  await watchResources(page);
  const link = await savePair(page, pair);
  const times: number[] = [];
  for (let run = 0; run <= TIMED; run += 1) {
    await page.evaluate(() => compareProbe.timeOpening(0));
    await link.click();
    times.push(await page.evaluate(() => compareProbe.timed()));
    await page.goBack();
  }
  const [first = Number.NaN, ...again] = times;
  const lines = [
    `saved pair, from the press to both first frames: median ${median(again).toFixed(0)} ms, maximum ${Math.max(...again).toFixed(0)} ms of ${again.length} (aim: 300 ms); first time ${first.toFixed(0)} ms`,
  ];
  const usage = [`before: ${await resourcesOf(browser, page)}`];
  for (let run = 1; run <= OPENINGS; run += 1) {
    await link.click();
    await page.evaluate(() => compareProbe.whenStageShows(0));
    await page.keyboard.press("l");
    await page.evaluate(() => compareProbe.whenStageIsPast(3));
    await page.goBack();
    await link.waitFor();
    if (run === 10 || run === OPENINGS) {
      usage.push(`after ${run} comparisons: ${await resourcesOf(browser, page)}`);
    }
  }
  await page.close();
  return [...lines, ...usage];
}

async function savePair(page: Page, { left, right }: ClipPair) {
  const clips = [left, right];
  const ids: string[] = [];
  await page.route(/\/api\/generations\/[^/]+\/clips\/0/, (route) => {
    const id = new URL(route.request().url()).pathname.split("/")[3] ?? "";
    if (!ids.includes(id)) ids.push(id);
    return route.fulfill({
      contentType: "video/mp4",
      body: clips[ids.indexOf(id) % 2] ?? Buffer.alloc(0),
    });
  });
  await page.goto("/");
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("A dune, static camera");
  await page.getByRole("radio", { name: "1:1", exact: true }).check();
  await page.getByRole("button", { name: "Both modes", exact: true }).click();
  await page.waitForURL(/\/compare\?left=/);
  const id = new URL(page.url()).searchParams.get("left");
  await page.evaluate(() => compareProbe.whenStageShows(0));
  await page.goto(`/generations/${id}`);
  const link = page.getByRole("link", { name: "Compare the pair" });
  await page
    .getByText(/^Saved on this device/)
    .first()
    .waitFor();
  return link;
}

/** The memory and resources of a page after garbage collection. */
async function resourcesOf(browser: Browser, page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.enable");
  // Freed memory returns to the system after some seconds, and some garbage is found only by a second collection.
  for (let run = 0; run < 2; run += 1) {
    await devtools.send("HeapProfiler.collectGarbage");
    await sleep(SETTLING_MS);
  }
  const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
  const { usedSize, backingStorageSize } = await devtools.send("Runtime.getHeapUsage");
  // Allocators keep freed memory for reuse until the system is short of memory.
  const megabytes = await privateMegabytes(browser);
  await devtools.send("Memory.simulatePressureNotification", { level: "critical" });
  await sleep(SETTLING_MS);
  await devtools.detach();
  const open = Object.entries(await openResources(page)).map(([kind, count]) => `${count} ${kind}`);
  return [
    `${(usedSize / 1e6).toFixed(1)} MB heap, ${(backingStorageSize / 1e6).toFixed(1)} MB buffers`,
    `${megabytes} MB in the page's process, ${await privateMegabytes(browser)} MB under memory pressure`,
    `${nodes} nodes, ${jsEventListeners} listeners`,
    ...open,
  ].join(", ");
}

/** Private memory of the largest page process. Known only on Linux, "?" elsewhere. */
async function privateMegabytes(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizes: number[] = [];
  for (const { type, id } of processInfo) {
    if (type !== "renderer") continue;
    const text = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => "");
    const kilobytes = [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].map(([, size]) =>
      Number(size),
    );
    sizes.push(kilobytes.reduce((sum, size) => sum + size, 0) / 1000);
  }
  const largest = Math.max(0, ...sizes);
  return largest > 0 ? largest.toFixed(0) : "?";
}
