/**
 * Benchmarks the first paint of the compose screen against a minimal React page from the same kind of server. CPU and
 * network are throttled, and the two pages take turns.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { type Browser, chromium } from "playwright";
import { build } from "vite";
import { listen } from "#hosts/node/server/listen.ts";
import { loadStaticFiles } from "#hosts/node/static/static-files.ts";
import { compress } from "../scripts/lib/compress.mjs";
import { chromiumLaunchOptions } from "../tests/setup/chromium.ts";
import { median } from "./statistics.ts";

const ROUNDS = 9;
const RATIO_MAX = 0.6;

/** Converts kilobits to bytes per second. */
const kilobits = (count: number) => (count * 1000) / 8;

/** Lighthouse's two standard profiles. */
const CONDITIONS = [
  { name: "phone", cpuSlowdown: 4, latencyMs: 150, downKbit: 1638, upKbit: 768 },
  { name: "desktop", cpuSlowdown: 1, latencyMs: 40, downKbit: 10_240, upKbit: 10_240 },
] as const;
type Condition = (typeof CONDITIONS)[number];

const root = resolve(import.meta.dirname, "..");
const studio = join(root, "dist/studio");

/** Measures both pages. Requires a built studio. */
export async function benchFirstPaint(): Promise<string[]> {
  const bare = await buildBareApp();
  const browser = await chromium.launch(await chromiumLaunchOptions());
  const servers = await Promise.all([studio, bare].map(serve));
  try {
    const lines: string[] = [];
    for (const condition of CONDITIONS) lines.push(await compare(browser, servers, condition));
    return lines;
  } finally {
    await Promise.all([browser.close(), ...servers.map((server) => server.close())]);
    await rm(bare, { recursive: true, force: true });
  }
}

async function compare(
  browser: Browser,
  servers: readonly { url: string }[],
  condition: Condition,
): Promise<string> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, server] of servers.entries()) {
      const ms = await firstContentfulPaintMs(browser, server.url, condition);
      // The first round warms up.
      if (round > 0) times[index]?.push(ms);
    }
  }
  const [ours, bare] = [median(times[0]), median(times[1])];
  return `${condition.name}: compose screen ${ours.toFixed(0)} ms, bare React page ${bare.toFixed(0)} ms (medians of ${ROUNDS}), ratio ${(ours / bare).toFixed(2)} (aim: at most ${RATIO_MAX})`;
}

async function serve(directory: string) {
  const files = await loadStaticFiles(directory);
  const refuse = () => new Response(null, { status: 400 });
  const settings = {
    host: "localhost",
    port: 0,
    allowedHosts: [],
    isBehindAuth: false,
    isHttps: false,
  };
  return listen({ fetch: files.fetch, refuse }, settings);
}

/** Builds a minimal React page inside the project, so that it uses the same React. */
async function buildBareApp(): Promise<string> {
  const source = await mkdtemp(join(root, "node_modules/.cache-bare-"));
  await writeFile(
    join(source, "index.html"),
    '<!doctype html><html lang="en"><head><title>Bare</title></head><body><div id="root"></div>' +
      '<script type="module" src="/main.jsx"></script></body></html>',
  );
  await writeFile(
    join(source, "main.jsx"),
    'import { createRoot } from "react-dom/client";\n' +
      'createRoot(document.getElementById("root")).render(<h1>Hello</h1>);\n',
  );
  const outDir = `${source}-built`;
  await build({
    root: source,
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    build: { outDir, target: "es2023" },
  });
  await rm(source, { recursive: true });
  await compress(outDir);
  return outDir;
}

async function firstContentfulPaintMs(
  browser: Browser,
  url: string,
  { cpuSlowdown, latencyMs, downKbit, upKbit }: Condition,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: latencyMs,
      downloadThroughput: kilobits(downKbit),
      uploadThroughput: kilobits(upKbit),
    });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
    await page.goto(url, { waitUntil: "commit" });
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list, observer) => {
            const paint = list.getEntriesByName("first-contentful-paint")[0];
            if (!paint) return;
            observer.disconnect();
            resolve(paint.startTime);
          }).observe({ type: "paint", buffered: true });
        }),
    );
  } finally {
    await context.close();
  }
}
