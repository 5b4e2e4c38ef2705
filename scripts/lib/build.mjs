/** Builds everything that `npm start` serves into dist/. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { must, root } from "./run.mjs";

const dist = join(root, "dist");
const studio = join(dist, "studio");

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
  await compress();
}

/** Puts the compose screen's HTML into index.html, so that it paints before any script has run. */
async function prerender() {
  const { render } = await import(pathToFileURL(join(dist, "server/prerender.js")).href);
  const page = join(studio, "index.html");
  const html = await readFile(page, "utf8");
  if (!html.includes("<!--app-->"))
    throw new Error("index.html has no place for the rendered screen");
  await writeFile(
    page,
    html.replace("<!--app-->", () => render()),
  );
}

async function compress() {
  const files = await readdir(studio, { recursive: true });
  const texts = files.filter((file) => /\.(?:html|js|css|svg|json|webmanifest)$/.test(file));
  await Promise.all(
    texts.map(async (file) => {
      const path = join(studio, file);
      const bytes = await readFile(path);
      const [brotli, zipped] = await Promise.all([
        promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
        promisify(gzip)(bytes, { level: 9 }),
      ]);
      await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, zipped)]);
    }),
  );
}
