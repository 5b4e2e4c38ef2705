import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Bundles a script for plain Node like the server's build. Returns its path. */
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
