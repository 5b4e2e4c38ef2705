/**
 * Benchmarks synchrony: the distance of two clips while they loop for a minute on a slow CPU, in the studio and in two
 * video elements.
 */
import type { BrowserContext } from "playwright";
import { median, quantile } from "../statistics.ts";
import { type ClipPair, compareFiles, RATE, slowDown } from "./measured-page.ts";
import type { Seen } from "./probe.ts";

/** What is compared: two clips of this duration at this speed. */
interface Playback {
  seconds: number;
  speed: number;
}

const WATCHED_MS = 60_000;
const SETTLED_MS = 500;
const SLOWDOWN = 4;

/** Returns a line for the studio and one for two video elements. */
export async function driftLines(
  context: BrowserContext,
  pair: ClipPair,
  playback: Playback,
): Promise<string[]> {
  const name = `${playback.seconds} s, ${playback.speed}×, CPU slowed ${SLOWDOWN}×`;
  return [
    `${name}: studio ${await measureStudio(context, pair, playback)}`,
    `${name}: two <video> ${await measureVideos(context, pair, playback)}`,
  ];
}

async function measureStudio(
  context: BrowserContext,
  pair: ClipPair,
  { seconds, speed }: Playback,
): Promise<string> {
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
  return `${describeDistance(seen, seconds * RATE)}, ${note[0] ?? "0 frames dropped"} (in pairs)`;
}

async function measureVideos(
  context: BrowserContext,
  pair: ClipPair,
  { seconds, speed }: Playback,
): Promise<string> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.goto("/healthz");
  await slowDown(devtools, SLOWDOWN);
  const clips = { left: pair.left.toString("base64"), right: pair.right.toString("base64") };
  const { seen, dropped, painted } = await page.evaluate(
    (given) => compareProbe.watchVideos(given.ms, given.speed, given.clips),
    { ms: WATCHED_MS, speed, clips },
  );
  await page.close();
  const frames = seconds * RATE;
  const byPixels = differencesOf(painted, frames);
  return [
    `${describeDistance(seen, frames)}, ${dropped} frames dropped (of both)`,
    `by pixels, read once per second: median ${median(byPixels)}, maximum ${Math.max(...byPixels)}`,
  ].join("; ");
}

/** Distances in frames, the shorter way around the loop. */
function differencesOf(seen: readonly Seen[], frames: number): number[] {
  return seen.flatMap(({ left, right }) => {
    if (left === null || right === null) return [];
    const straight = Math.abs(left - right);
    return [Math.min(straight, frames - straight)];
  });
}

/** Summarises the distances, without the start of playback. */
function describeDistance(seen: readonly Seen[], frames: number): string {
  const first = seen[0]?.atMs ?? 0;
  const settled = seen.filter(({ atMs }) => atMs - first >= SETTLED_MS);
  const differences = differencesOf(settled, frames);
  const above = differences.filter((each) => each > 1).length / differences.length;
  const pairs = settled.filter(({ left }, at) => left !== settled[at - 1]?.left).length;
  return [
    `median ${median(differences)}`,
    `p99 ${quantile(differences, 0.99)}`,
    `maximum ${Math.max(...differences)} frames apart`,
    `more than one frame apart in ${(100 * above).toFixed(2)} % of ${differences.length} readings`,
    `${settled.length - differences.length} unreadable`,
    `${(pairs / (WATCHED_MS / 1000)).toFixed(1)} frames per second`,
  ].join(", ");
}
