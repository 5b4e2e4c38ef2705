/** How many different moments a second are seen while a pointer drags along the strip. */
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright";
import { type ClipPair, compareFiles } from "./measured-page.ts";

const DRAG_MS = 6000;
/** Once along the strip and back. */
const TURN_MS = 6000;
/** From one place of the pointer to the next. */
const POINTER_MS = 12;
/** While nobody does anything, the studio gets ready for drags. */
const REST_MS = 10_000;

/** One line for just after opening, and one for after a rest. */
export async function scrubLines(
  context: BrowserContext,
  pair: ClipPair,
  name: string,
): Promise<string[]> {
  const page = await context.newPage();
  await compareFiles(page, pair);
  const atOnce = await drag(page);
  await sleep(REST_MS);
  const rested = await drag(page);
  await page.close();
  return [
    `drag along the strip, ${name}, at once: ${atOnce} (aim: 20)`,
    `drag along the strip, ${name}, after ${REST_MS / 1000} s of rest: ${rested} (aim: 20)`,
  ];
}

async function drag(page: Page): Promise<string> {
  const box = await page.getByRole("slider", { name: "Position" }).boundingBox();
  if (!box) throw new Error("There is no strip.");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  const watching = page.evaluate((ms) => compareProbe.watchPosition(ms), DRAG_MS);
  const begin = performance.now();
  // A hand does not wait for the screen: neither does this pointer.
  const moves: Promise<void>[] = [];
  for (let ms = 0; ms < DRAG_MS; ms = performance.now() - begin) {
    const part = 1 - Math.abs(((ms / TURN_MS) % 1) * 2 - 1);
    moves.push(page.mouse.move(box.x + 2 + part * (box.width - 4), y));
    await sleep(POINTER_MS);
  }
  await Promise.all(moves);
  const { frames, misread, checked, seconds } = await watching;
  await page.mouse.up();
  const pictures = frames.filter((frame, at) => frame !== frames[at - 1]).length;
  return [
    `${(pictures / seconds).toFixed(1)} pictures a second`,
    `of ${(moves.length / seconds).toFixed(0)} moves and ${(frames.length / seconds).toFixed(0)} animation frames`,
    `pixels said otherwise ${misread} of ${checked} times`,
  ].join(", ");
}
