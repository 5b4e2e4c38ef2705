/** Size budgets of the first load. 1 kB is 1000 bytes, compressed with gzip level 9. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const studio = resolve(import.meta.dirname, "../../dist/studio");
const BUDGET_BYTES = { firstScripts: 140_000, fonts: 50_000, firstStyles: 20_000 };

const page = readFileSync(join(studio, "index.html"), "utf8");

/** Files of one kind that the page references, which are fetched before any interaction. */
function filesMatching(pattern: RegExp): string[] {
  return [...new Set([...page.matchAll(pattern)].map((match) => match[1] ?? ""))];
}

function gzipBytes(files: string[]): number {
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(studio, file)), { level: 9 }).length,
    0,
  );
}

test("the scripts of the first load, including preloaded ones, stay within their budget", () => {
  const scripts = filesMatching(/(?:src|href)="(\/assets\/[^"]+\.js)"/g);
  expect(scripts.length).toBeGreaterThan(0);
  const inline = [...page.matchAll(/<script(?![^>]*src=)[^>]*>([\s\S]*?)<\/script>/g)];
  const inlineBytes = inline.reduce((sum, [, text = ""]) => sum + gzipSync(text).length, 0);
  expect(gzipBytes(scripts) + inlineBytes).toBeLessThanOrEqual(BUDGET_BYTES.firstScripts);
});

test("the styles are inlined and stay within their budget", () => {
  expect(page).not.toContain('rel="stylesheet"');
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? "");
  expect(styles.length).toBeGreaterThan(0);
  expect(gzipSync(styles.join("")).length).toBeLessThanOrEqual(BUDGET_BYTES.firstStyles);
});

test("the fonts stay within their budget", () => {
  const fonts = readdirSync(studio, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(?:woff2?|ttf|otf)$/.test(file),
  );
  const bytes = fonts.reduce((sum, file) => sum + readFileSync(join(studio, file)).length, 0);
  expect(fonts.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES.fonts);
});

test("the compose screen is in the page before any script runs", () => {
  for (const name of ["Prompt", "Negative prompt", "Both modes"]) expect(page).toContain(name);
});
