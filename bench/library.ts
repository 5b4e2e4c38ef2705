/**
 * Benchmarks the Library with 10,000 generations against 100: the first clips, the number of elements, scrolling
 * through all of it, search, and leaving. Ratios and counts, because machines are noisy.
 */
import { type Browser, chromium, type Page } from "playwright";
import { aLibrary } from "#studio/testing/libraries/a-library.ts";
import { seedLibrary } from "../e2e/support/seed-library.ts";
import { StudioServer } from "../tests/servers/studio-server.ts";
import { chromiumLaunchOptions } from "../tests/setup/chromium.ts";
import { clickMs, firstClipMs, scrollThrough, typeMs } from "./library/library-probe.ts";
import { median, quantile } from "./statistics.ts";

const FEW = 100;
const MANY = 10_000;
const SEED = 12;
const ROUNDS = 7;
const SCROLL_STEP_PX = 600;

/** Measures in a real browser with the real server. Requires a built studio. */
export async function benchLibrary(): Promise<string[]> {
  const server = await StudioServer.start();
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const [few, many] = [
      await openLibrary(browser, server.url, FEW),
      await openLibrary(browser, server.url, MANY),
    ];
    const opened = await inTurns([few, many], openedMs);
    const entered = await inTurns([few, many], enteredMs);
    const left = await leftMs(many);
    const scrolled = await scroll(many);
    const typed = await type(many);
    return [
      `first clips after loading the page: ${ratio(opened)} (aim: at most 1.30)`,
      `first clips after following the link: ${ratio(entered)} (aim: at most 1.30)`,
      `elements while scrolling through ${MANY} clips: at most ${scrolled.mostNodes} (aim: at most 2000)`,
      `long tasks in ${scrolled.frames} frames of scrolling: ${scrolled.longTasks.length}${longestOf(scrolled.longTasks)} (aim: 0)`,
      `from a key in the search field to its results, of ${MANY}: p95 ${quantile(typed, 0.95).toFixed(0)} ms, median ${median(typed).toFixed(0)} ms (aim: p95 at most 50)`,
      `leaving the library: median ${median(left).toFixed(0)} ms, maximum ${Math.max(...left).toFixed(0)} ms (aim: under 50)`,
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function openLibrary(browser: Browser, baseURL: string, count: number): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto("/usage");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const entries = aLibrary({ seed: SEED, count, newestAt: new Date().toISOString() });
  await seedLibrary(page, entries);
  return page;
}

/** Measures both pages several times, in turns, so that a slow moment of the machine affects both. */
async function inTurns(
  pages: readonly Page[],
  measure: (page: Page) => Promise<number>,
): Promise<number[][]> {
  const times: number[][] = pages.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, page] of pages.entries()) {
      const ms = await measure(page);
      // The first round warms up.
      if (round > 0) times[index]?.push(ms);
    }
  }
  return times;
}

async function openedMs(page: Page): Promise<number> {
  await page.goto("/library", { waitUntil: "commit" });
  return page.evaluate(firstClipMs);
}

async function enteredMs(page: Page): Promise<number> {
  // From a screen that shows only the newest generations, so that its own size does not count.
  if (page.url().endsWith("/library")) await page.goto("/");
  // The library was read.
  await page.getByRole("navigation", { name: "Recent generations" }).waitFor();
  const ms = await page.evaluate(clickMs, { link: "Library", selector: "main article" });
  await page.evaluate(clickMs, { link: "Create", selector: "main form" });
  return ms;
}

async function leftMs(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate(clickMs, { link: "Library", selector: "main article" });
    times.push(
      await page.evaluate(clickMs, { link: "Compare", selector: "main:not(:has(article))" }),
    );
  }
  return times;
}

async function scroll(page: Page) {
  await page.goto("/library");
  await page.getByRole("article").first().waitFor();
  return page.evaluate(scrollThrough, SCROLL_STEP_PX);
}

/** Words of several scripts, a number that only one clip has, and nothing that matches. */
const QUERIES = ["fox rain", "夕暮れの海辺", "Nr. 4711", "cafe giraf", "zzzz"];

async function type(page: Page): Promise<number[]> {
  await page.goto("/library");
  await page.getByRole("article").first().waitFor();
  const times: number[] = [];
  for (const query of QUERIES) times.push(...(await page.evaluate(typeMs, query)));
  return times;
}

function ratio([few = [], many = []]: readonly number[][]): string {
  const [fewMs, manyMs] = [median(few), median(many)];
  return `${manyMs.toFixed(0)} ms with ${MANY}, ${fewMs.toFixed(0)} ms with ${FEW}, ratio ${(manyMs / fewMs).toFixed(2)}`;
}

function longestOf(tasks: readonly number[]): string {
  return tasks.length === 0 ? "" : ` (longest ${Math.max(...tasks)} ms)`;
}
