/** Benchmarks the export of a comparison as a video. */
import type { BrowserContext } from "playwright";
import { type ClipPair, compareFiles } from "./measured-page.ts";

/** Measures the time from the press to the finished video, relative to its duration. */
export async function exportLines(
  context: BrowserContext,
  pair: ClipPair,
  seconds: number,
): Promise<string[]> {
  const page = await context.newPage();
  await compareFiles(page, pair);
  await page.getByRole("tab", { name: "Export" }).click();
  await page.getByRole("button", { name: "Export video" }).click();
  const begin = performance.now();
  const ready = page.getByText(/comparison.*\.mp4 is ready/);
  await ready.waitFor({ timeout: 300_000 });
  const taken = (performance.now() - begin) / 1000;
  const facts = await page.getByText(/fps ·/).textContent();
  await page.close();
  return [
    `export of ${seconds} s side by side (${facts ?? ""}): ${taken.toFixed(1)} s, ${(seconds / taken).toFixed(2)}× real time`,
  ];
}
