/** Builds everything that `npm start` serves into dist/. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compress } from "./compress.mjs";
import { loadBuilt, must, root } from "./run.mjs";

const studio = join(root, "dist/studio");

const vite = join(root, "node_modules/vite/bin/vite.js");

/** The server, the simulator and the render process, as plain JavaScript for Node. */
export async function buildServer() {
  const config = ["--config", "vite.server.config.ts"];
  await must("Building the server", process.execPath, [vite, "build", ...config]);
}

/** The server, and the studio with its compose screen rendered into the page and compressed copies of every text. */
export async function build() {
  await Promise.all([
    buildServer(),
    must("Building the studio", process.execPath, [vite, "build"]),
  ]);
  await prerender();
  await compress(studio);
}

/** Puts the compose screen's HTML and the styles into index.html, so that it paints before anything else is fetched. */
async function prerender() {
  const { render } = await loadBuilt("prerender");
  const page = join(studio, "index.html");
  const html = await readFile(page, "utf8");
  const [link, styleSheet] = /<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/.exec(html) ?? [];
  if (!html.includes("<!--app-->") || !link || !styleSheet)
    throw new Error("index.html lacks its style sheet, or a place for the rendered screen");
  const css = await readFile(join(studio, styleSheet), "utf8");
  await writeFile(
    page,
    html.replace(link, () => `<style>${css.trim()}</style>`).replace("<!--app-->", () => render()),
  );
  await rm(join(studio, styleSheet));
}
