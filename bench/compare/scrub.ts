/** How many different moments a second are seen while a pointer drags along the strip. */
import type { BrowserContext } from "playwright";
import { type ClipPair, compareFiles } from "./measured-page.ts";
import type { Seen } from "./probe.ts";

const DRAG_MS = 6000;
/** Once along the strip and back. */
const TURN_MS = 3000;

/** One line for just after opening, and one for when the whole strip was seen before. */
export async function scrubLines(
  context: BrowserContext,
  pair: ClipPair,
  name: string,
): Promise<string[]> {
  const page = await context.newPage();
  await compareFiles(page, pair);
  const box = await page.getByRole("slider", { name: "Position" }).boundingBox();
  if (!box) throw new Error("There is no strip.");
  const drag = async () => {
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 2, y);
    await page.mouse.down();
    const watching = page.evaluate((ms) => compareProbe.watchStage(ms), DRAG_MS);
    const begin = performance.now();
    for (let ms = 0; ms < DRAG_MS; ms = performance.now() - begin) {
      const part = 1 - Math.abs(((ms / TURN_MS) % 1) * 2 - 1);
      await page.mouse.move(box.x + 2 + part * (box.width - 4), y);
    }
    const seen = await watching;
    await page.mouse.up();
    return seen;
  };
  const first = await drag();
  const again = await drag();
  await page.close();
  return [
    `drag along the strip, ${name}, just opened: ${said(first)}`,
    `drag along the strip, ${name}, again: ${said(again)}`,
  ];
}

function said(seen: readonly Seen[]): string {
  const changes = seen.filter(({ left }, at) => left !== null && left !== seen[at - 1]?.left);
  const different = new Set(changes.map(({ left }) => left)).size;
  const apart = seen.filter(({ left, right }) => left !== right).length;
  const first = seen[0]?.atMs ?? 0;
  const seconds = ((seen.at(-1)?.atMs ?? first) - first) / 1000;
  return [
    `${(changes.length / seconds).toFixed(1)} pictures a second`,
    `${different} different ones in ${seconds.toFixed(1)} s`,
    `${(seen.length / seconds).toFixed(0)} animation frames a second`,
    `apart in ${apart} readings of ${seen.length}`,
  ].join(", ");
}
