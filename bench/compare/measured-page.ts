/** Pages to measure: with the probe injected, and with clips that show their frame numbers. */
import { join, resolve } from "node:path";
import type { Browser, BrowserContext, CDPSession, Page } from "playwright";
import { build } from "vite";
import type { TestClipOptions } from "#comparison/testing/make-test-clip.ts";
import type * as probe from "./probe.ts";

declare global {
  /** The exports of ./probe.ts. */
  var compareProbe: typeof probe;
}

/** A pair of clips as files. */
export interface ClipPair {
  left: Buffer;
  right: Buffer;
}

/** Frames per second of every measured clip. */
export const RATE = 24;
const root = resolve(import.meta.dirname, "../..");

/** Bundles the probe as one script. */
export async function bundleProbe(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: join(root, "bench/compare/probe.ts"), formats: ["iife"], name: "compareProbe" },
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  const chunk = output?.output[0];
  if (!chunk) throw new Error("The probe was not built.");
  return chunk.code;
}

/** A browser context with the probe in every page, and without the page's content security policy. */
export async function openContext(
  browser: Browser,
  baseURL: string,
  script: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    bypassCSP: true,
    viewport: { width: 1440, height: 900 },
  });
  await context.addInitScript({ content: `${script};globalThis.compareProbe = compareProbe;` });
  return context;
}

/** Creates two 1080p clips with sound. The right one has a single keyframe. */
export async function makePair(context: BrowserContext, seconds: number): Promise<ClipPair> {
  const page = await context.newPage();
  await page.goto("/healthz");
  const make = async (options: TestClipOptions) => {
    const text = await page.evaluate((wanted) => compareProbe.makeClip(wanted), options);
    return Buffer.from(text, "base64");
  };
  const size = { width: 1920, height: 1080, frameRate: RATE, frames: seconds * RATE, sound: {} };
  const left = await make({ ...size, keyInterval: RATE });
  const right = await make({ ...size, keyInterval: seconds * RATE, colour: "purple" });
  await page.close();
  return { left, right };
}

/** Opens a comparison of two files and waits for their first frames. */
export async function compareFiles(page: Page, { left, right }: ClipPair): Promise<void> {
  await page.goto("/compare?left=file&right=file");
  const sides = { Left: left, Right: right };
  for (const [side, buffer] of Object.entries(sides)) {
    await page.getByRole("button", { name: new RegExp(`^${side}:`) }).click();
    const file = { name: `${side}.mp4`, mimeType: "video/mp4", buffer };
    await page.getByRole("dialog").getByLabel("Choose a file").setInputFiles(file);
  }
  await page.evaluate(() => compareProbe.whenStageShows(0));
}

/** Slows down the page's CPU by a factor; 1 restores it. */
export async function slowDown(devtools: CDPSession, factor: number): Promise<void> {
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: factor });
}
