/** Benchmarks frame steps: the time from a key press to the painted frames. */
import type { BrowserContext, Page } from "playwright";
import { median, quantile } from "../statistics.ts";
import { type ClipPair, compareFiles, RATE } from "./measured-page.ts";

const STEPS = 40;

/** Measures steps forward and back, far from a keyframe, and jumps between both ends. */
export async function stepLines(context: BrowserContext, pair: ClipPair): Promise<string[]> {
  const page = await context.newPage();
  await compareFiles(page, pair);
  const forward = await steps(page, 0, 1);
  const back = await steps(page, STEPS, -1);
  // Not cached yet, and on one side the nearest keyframe is about 200 frames away.
  await page.keyboard.press("End");
  const last = 10 * RATE - 1;
  await page.evaluate((frame) => compareProbe.whenStageShows(frame), last);
  const far = await steps(page, last, -1);
  await page.keyboard.press("Home");
  await page.evaluate(() => compareProbe.whenStageShows(0));
  const jumps: number[] = [];
  for (let at = 0; at < 6; at += 1) {
    const [key, frame] = at % 2 === 0 ? (["End", last] as const) : (["Home", 0] as const);
    jumps.push(await timed(page, key, frame));
  }
  await page.close();
  return [
    `step forward: ${spread(forward)}`,
    `step back: ${spread(back)}`,
    `step back from the end, keyframes 24 and 240 apart: ${spread(far)}`,
    `jump between first and last frame, 239 frames after a keyframe: ${spread(jumps)}`,
  ];
}

async function steps(page: Page, from: number, direction: 1 | -1): Promise<number[]> {
  const times: number[] = [];
  for (let step = 1; step <= STEPS; step += 1) {
    times.push(await timed(page, direction > 0 ? "." : ",", from + direction * step));
  }
  return times;
}

async function timed(page: Page, key: string, frame: number): Promise<number> {
  await page.evaluate((wanted) => compareProbe.timeKey(wanted), frame);
  await page.keyboard.press(key);
  return page.evaluate(() => compareProbe.timed());
}

function spread(times: readonly number[]): string {
  return `median ${median(times).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms, maximum ${Math.max(...times).toFixed(0)} ms of ${times.length}`;
}
