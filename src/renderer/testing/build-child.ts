import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Bundles one entry of this folder for plain Node, as the server's own build does; returns the script's path. */
export async function buildChild(entry: URL): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: fileURLToPath(entry),
      outDir: "node_modules/.cache/render-children",
      emptyOutDir: false,
      target: "node20",
    },
  });
  const chunk = "output" in result ? result.output[0] : undefined;
  if (!chunk) throw new Error("The child was not built.");
  return `${ROOT}/node_modules/.cache/render-children/${chunk.fileName}`;
}
