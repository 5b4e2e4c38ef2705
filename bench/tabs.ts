/**
 * Benchmarks several tabs with one leader: how long after the leader the other tabs show a completion, and how long
 * after the leader hangs another tab takes over. Printed, not asserted; tests on a virtual clock assert the rules.
 */
import { type BrowserContext, chromium, type Page } from "playwright";
import { StudioServer } from "../tests/servers/studio-server.ts";
import { chromiumLaunchOptions } from "../tests/setup/chromium.ts";
import { median } from "./statistics.ts";

const CLIPS = 8;
const HANGS = 5;
const READ = /\/api\/generations\/[^/]+$/;

/** Measures both in a real browser with the real server. Requires a built studio. */
export async function benchTabs(): Promise<string[]> {
  const server = await StudioServer.start();
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const lags = await followerLags(await browser.newContext({ baseURL: server.url }));
    const times = await replacementTimes(await browser.newContext({ baseURL: server.url }));
    return [
      `a follower shows a completion after the leader: ${spread(lags)} (aim: within 1000 ms)`,
      `a follower polls after the leader hangs: ${spread(times)} (aim: within 10000 ms)`,
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

function spread(times: readonly number[]): string {
  const largest = Math.max(...times);
  return `median ${median(times).toFixed(0)} ms, maximum ${largest.toFixed(0)} ms of ${times.length}`;
}

async function followerLags(context: BrowserContext): Promise<number[]> {
  const leader = await context.newPage();
  await leader.goto("/");
  const follower = await context.newPage();
  await follower.goto("/");
  const lags: number[] = [];
  for (let clip = 0; clip < CLIPS; clip += 1) {
    const prompt = `Clouds over hill number ${clip}, static camera`;
    const seen = [leader, follower].map((page) => whenAnnounced(page, `Clip ready: ${prompt}`));
    await press(leader, prompt);
    const [first = 0, second = 0] = await Promise.all(seen);
    lags.push(Math.abs(second - first));
  }
  await context.close();
  return lags;
}

/** Resolves with the time when a page announces a text to screen readers, by the clock that all pages share. */
function whenAnnounced(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.body.textContent.includes(wanted)) return;
          observer.disconnect();
          resolve(Date.now());
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    text,
  );
}

async function press(page: Page, prompt: string): Promise<void> {
  await page.getByRole("link", { name: "Create", exact: true }).click();
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill(prompt);
  await page.getByRole("button", { name: "Generate", exact: true }).click();
  await page.waitForURL(/generations/);
}

async function replacementTimes(context: BrowserContext): Promise<number[]> {
  const first = await context.newPage();
  await first.goto("/");
  await press(first, "A river without end [[never ends]]");
  let leader = first;
  let follower = await context.newPage();
  await follower.goto(first.url());
  const times: number[] = [];
  for (let hang = 0; hang < HANGS; hang += 1) {
    await leader.waitForRequest(READ);
    const inspector = await context.newCDPSession(leader);
    await inspector.send("Debugger.enable");
    const paused = new Promise((resolve) => inspector.once("Debugger.paused", resolve));
    await inspector.send("Debugger.pause");
    await paused;
    const hungAt = performance.now();
    await follower.waitForRequest(READ);
    times.push(performance.now() - hungAt);
    await inspector.send("Debugger.resume");
    await inspector.detach();
    [leader, follower] = [follower, leader];
  }
  await context.close();
  return times;
}
