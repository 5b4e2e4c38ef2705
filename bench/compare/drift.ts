/** How far two clips are apart while they loop for a minute on a slowed machine: ours, and two video elements beside it. */
import type { BrowserContext } from "playwright";
import { median, quantile } from "../statistics.ts";
import { type ClipPair, compareFiles, RATE, slowDown } from "./measured-page.ts";
import type { Seen } from "./probe.ts";

const WATCHED_MS = 60_000;
const SETTLED_MS = 500;
const SLOWDOWN = 4;

/** One line for ours and one for two elements. */
export async function driftLines(
  context: BrowserContext,
  pair: ClipPair,
  seconds: number,
  speed: number,
): Promise<string[]> {
  const name = `${seconds} s, ${speed}×, processor slowed ${SLOWDOWN} times`;
  const frames = seconds * RATE;
  return [
    `${name}: studio ${await ours(context, pair, frames, speed)}`,
    `${name}: two <video> ${await naive(context, pair, frames, speed)}`,
  ];
}

async function ours(context: BrowserContext, pair: ClipPair, frames: number, speed: number) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await compareFiles(page, pair);
  await page.getByRole("combobox", { name: "Speed" }).selectOption(String(speed));
  await page.getByRole("combobox", { name: "Speed" }).blur();
  await page.keyboard.press("r");
  await slowDown(devtools, SLOWDOWN);
  await page.keyboard.press("l");
  const seen = await page.evaluate((ms) => compareProbe.watchStage(ms), WATCHED_MS);
  const note = await page.getByText(/frames? dropped/).allTextContents();
  await page.keyboard.press("k");
  await slowDown(devtools, 1);
  await page.close();
  return `${apart(seen, frames)}, ${note[0] ?? "0 frames dropped"} (by pairs)`;
}

async function naive(context: BrowserContext, pair: ClipPair, frames: number, speed: number) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.goto("/healthz");
  await slowDown(devtools, SLOWDOWN);
  const clips = { left: pair.left.toString("base64"), right: pair.right.toString("base64") };
  const { seen, dropped, painted } = await page.evaluate(
    (given) => compareProbe.watchNaive(given.ms, given.speed, given.clips),
    { ms: WATCHED_MS, speed, clips },
  );
  await page.close();
  return `${apart(seen, frames)}, ${dropped} frames dropped (of both); by their pixels, read once a second, median ${median(differencesOf(painted, frames))}, largest ${Math.max(...differencesOf(painted, frames))}`;
}

/** In frames, the shorter way around the loop. */
function differencesOf(seen: readonly Seen[], frames: number): number[] {
  return seen.flatMap(({ left, right }) => {
    if (left === null || right === null) return [];
    const straight = Math.abs(left - right);
    return [Math.min(straight, frames - straight)];
  });
}

/** What is seen in the first moments does not count. */
function apart(seen: readonly Seen[], frames: number): string {
  const first = seen[0]?.atMs ?? 0;
  const settled = seen.filter(({ atMs }) => atMs - first >= SETTLED_MS);
  const differences = differencesOf(settled, frames);
  const above = differences.filter((each) => each > 1).length / differences.length;
  const pairs = settled.filter(({ left }, at) => left !== settled[at - 1]?.left).length;
  return [
    `median ${median(differences)}`,
    `p99 ${quantile(differences, 0.99)}`,
    `largest ${Math.max(...differences)} frames apart`,
    `more than one apart ${(100 * above).toFixed(2)} % of ${differences.length} readings`,
    `${settled.length - differences.length} unreadable`,
    `${(pairs / (WATCHED_MS / 1000)).toFixed(1)} pictures a second`,
  ].join(", ");
}
