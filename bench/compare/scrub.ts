/** Benchmarks scrubbing: how many different frames per second are shown during a drag along the strip. */
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright";
import { type ClipPair, compareFiles } from "./measured-page.ts";

const DRAG_MS = 6000;
/** Duration of one drag along the strip and back. */
const ROUND_TRIP_MS = 6000;
/** Interval between pointer moves. */
const POINTER_MS = 12;
/** While idle, the studio prepares frames for scrubbing. */
const IDLE_MS = 10_000;

/** Measures a drag immediately after opening, and one after an idle time. */
export async function scrubLines(
  context: BrowserContext,
  pair: ClipPair,
  name: string,
): Promise<string[]> {
  const page = await context.newPage();
  await compareFiles(page, pair);
  const immediately = await drag(page);
  await sleep(IDLE_MS);
  const afterIdle = await drag(page);
  await page.close();
  return [
    `scrub, ${name}, immediately: ${immediately} (aim: 20)`,
    `scrub, ${name}, after ${IDLE_MS / 1000} s idle: ${afterIdle} (aim: 20)`,
  ];
}

async function drag(page: Page): Promise<string> {
  const box = await page.getByRole("slider", { name: "Position" }).boundingBox();
  if (!box) throw new Error("The strip is not visible.");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  const watching = page.evaluate((ms) => compareProbe.watchPosition(ms), DRAG_MS);
  const begin = performance.now();
  // Not awaited, because a real pointer does not wait for the screen.
  const moves: Promise<void>[] = [];
  for (let ms = 0; ms < DRAG_MS; ms = performance.now() - begin) {
    const part = 1 - Math.abs(((ms / ROUND_TRIP_MS) % 1) * 2 - 1);
    moves.push(page.mouse.move(box.x + 2 + part * (box.width - 4), y));
    await sleep(POINTER_MS);
  }
  await Promise.all(moves);
  const { frames, mismatches, checked, seconds } = await watching;
  await page.mouse.up();
  const pictures = frames.filter((frame, at) => frame !== frames[at - 1]).length;
  return [
    `${(pictures / seconds).toFixed(1)} frames per second`,
    `with ${(moves.length / seconds).toFixed(0)} moves and ${(frames.length / seconds).toFixed(0)} animation frames per second`,
    `the pixels disagreed ${mismatches} of ${checked} times`,
  ].join(", ");
}
