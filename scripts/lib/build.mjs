/** Builds everything that `npm start` serves into dist/. */
import { readFile, writeFile } from "node:fs/promises";
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

/** Puts the compose screen's HTML into index.html, so that it paints before any script has run. */
async function prerender() {
  const { render } = await loadBuilt("prerender");
  const page = join(studio, "index.html");
  const html = await readFile(page, "utf8");
  if (!html.includes("<!--app-->"))
    throw new Error("index.html has no place for the rendered screen");
  await writeFile(
    page,
    html.replace("<!--app-->", () => render()),
  );
}
