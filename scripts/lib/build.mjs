/** Builds everything that `npm start` serves into dist/. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compress } from "./compress.mjs";
import { loadBuilt, must, root } from "./run.mjs";

const studio = join(root, "dist/studio");

/** The tag with which Vite starts the page's module. */
const MODULE_TAG = /<script type="module"[^>]* src="([^"]+)"><\/script>/;
const INLINE_SCRIPT = /<script>([\s\S]*?)<\/script>/g;
/** A static import of a built module. */
const STATIC_IMPORT = /(?:^|;)import(?:[^"'();]*from)?["']\.\/([^"']+)["']/g;

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

/**
 * Inlines the compose screen's HTML and the styles into index.html, so that it paints without a further request. The
 * scripts start after the first paint: the page is complete without them, and they would keep its pictures waiting.
 */
async function prerender() {
  const { render } = await loadBuilt("prerender");
  // Not at the top: packages are installed after this module was loaded.
  const { minifySync } = await import("vite");
  const page = join(studio, "index.html");
  const html = await readFile(page, "utf8");
  const [link, styleSheet] = /<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/.exec(html) ?? [];
  const [tag, module] = MODULE_TAG.exec(html) ?? [];
  if (!html.includes("<!--app-->") || !link || !styleSheet || !tag || !module)
    throw new Error("index.html has no style sheet, no script, or no place for the screen.");
  const css = await readFile(join(studio, styleSheet), "utf8");
  const code = await readFile(join(studio, module), "utf8");
  const preloads = [...code.matchAll(STATIC_IMPORT)].map(
    ([, file]) => `<link rel="modulepreload" crossorigin href="/assets/${file}">`,
  );
  await writeFile(
    page,
    html
      .replace(link, () => `<style>${css.trim()}</style>`)
      .replace(tag, "")
      .replace("</body>", () => `${startAfterPaint([...preloads, tag].join(""))}</body>`)
      // They count in the first load, like every script.
      .replaceAll(
        INLINE_SCRIPT,
        (_, script) => `<script>${minifySync("inline.js", script).code}</script>`,
      )
      .replaceAll(/^\s+/gm, "")
      .replace("<!--app-->", () => render()),
  );
  await rm(join(studio, styleSheet));
}

/**
 * Keeps the tags in a template, which loads nothing, until the page is painted. A page in the background is never
 * painted, so a timer ends the wait. An unfinished document in a frame delays the page's `load` event until then, so
 * that the event still means that the scripts have run.
 * @param {string} tags
 */
function startAfterPaint(tags) {
  return `  <template id="modules">${tags}</template>
    <script>
      {
        const { content } = document.getElementById("modules");
        const frame = document.createElement("iframe");
        frame.hidden = true;
        document.body.append(frame);
        frame.contentDocument.open();
        const start = () => {
          document.body.append(content);
          frame.remove();
        };
        requestAnimationFrame(() => setTimeout(start));
        setTimeout(start, 300);
      }
    </script>
  `;
}
