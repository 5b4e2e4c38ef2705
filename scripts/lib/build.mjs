/** Builds everything that `npm start` serves into dist/. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compress } from "./compress.mjs";
import { loadBuilt, must, root } from "./run.mjs";

const studio = join(root, "dist/studio");

const vite = join(root, "node_modules/vite/bin/vite.js");

/** Bundles the server, the simulator and the render process as JavaScript for Node. */
export async function buildServer() {
  const config = ["--config", "vite.server.config.ts"];
  await must("Building the server", process.execPath, [vite, "build", ...config]);
}

/** Builds the server and the studio, prerenders the compose screen, and adds compressed copies of all text files. */
export async function build() {
  await Promise.all([
    buildServer(),
    must("Building the studio", process.execPath, [vite, "build"]),
  ]);
  await prerender();
  await compress(studio);
}

/** Inlines the compose screen's HTML and the styles into index.html, so that it paints without a further request. */
async function prerender() {
  const { render } = await loadBuilt("prerender");
  const page = join(studio, "index.html");
  const html = await readFile(page, "utf8");
  const [link, styleSheet] = /<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/.exec(html) ?? [];
  if (!html.includes("<!--app-->") || !link || !styleSheet)
    throw new Error("index.html has no style sheet, or no place for the prerendered screen.");
  const css = await readFile(join(studio, styleSheet), "utf8");
  await writeFile(
    page,
    html.replace(link, () => `<style>${css.trim()}</style>`).replace("<!--app-->", () => render()),
  );
  await rm(join(studio, styleSheet));
}
