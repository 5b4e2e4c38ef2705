/**
 * When does the compose screen paint? Beside it, in the same run and from the same kind of server, a bare single-page
 * app of the same React: one heading and nothing else. Processor and network are slowed, and the two take turns.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { getRequestListener } from "@hono/node-server";
import react from "@vitejs/plugin-react";
import { type Browser, chromium } from "playwright";
import { build } from "vite";
import { listen } from "#hosts/node/listen.ts";
import { loadStaticFiles } from "#hosts/node/static-files.ts";
import { compress } from "../scripts/lib/compress.mjs";
import { chromiumLaunchOptions } from "../tests/chromium.ts";
import { median } from "./statistics.ts";

const ROUNDS = 9;
const CPU_SLOWDOWN = 4;
/** A fair mobile line: 9 Mbit/s down, 60 ms there and back. */
const NETWORK = {
  offline: false,
  latency: 60,
  downloadThroughput: 1_125_000,
  uploadThroughput: 375_000,
};

const root = resolve(import.meta.dirname, "..");
const studio = join(root, "dist/studio");

/** Measures both pages and says how they compare. Needs a built studio. */
export async function benchFirstPaint(): Promise<string[]> {
  const bare = await buildBareApp();
  const browser = await chromium.launch(await chromiumLaunchOptions());
  const servers = await Promise.all([studio, bare].map(serve));
  try {
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [index, server] of servers.entries()) {
        const ms = await firstContentfulPaintMs(browser, server.url);
        // The first round warms up.
        if (round > 0) times[index]?.push(ms);
      }
    }
    const [ours, bares] = [median(times[0]), median(times[1])];
    return [
      `compose screen, first contentful paint: ${ours.toFixed(0)} ms (median of ${ROUNDS})`,
      `bare React page: ${bares.toFixed(0)} ms`,
      `ratio: ${(ours / bares).toFixed(2)} (aim: at most 0.6)`,
    ];
  } finally {
    await Promise.all([browser.close(), ...servers.map((server) => server.close())]);
    await rm(bare, { recursive: true, force: true });
  }
}

async function serve(directory: string) {
  const files = await loadStaticFiles(directory);
  const listener = getRequestListener((request) => files.fetch(request), {
    overrideGlobalObjects: false,
  });
  return listen((incoming, outgoing) => void listener(incoming, outgoing), {
    host: "localhost",
    port: 0,
  });
}

/** Builds the smallest React page there is, inside the project so that it finds the same React. */
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

async function firstContentfulPaintMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", NETWORK);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
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
