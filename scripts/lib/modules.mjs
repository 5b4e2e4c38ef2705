/** Loads the project's TypeScript in Node with Vite, outside of tests. */
import { join } from "node:path";
import { root } from "./run.mjs";

/**
 * Runs `work` with a function that loads modules by their path in the project.
 * @template Value
 * @param {(load: (path: string) => Promise<Record<string, any>>) => Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function withModules(work) {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root,
    // Not the cache of `npm run dev`, which other settings would invalidate.
    cacheDir: join(root, "node_modules/.vite-modules"),
    configFile: join(root, "vite.server.config.ts"),
    server: { middlewareMode: true, hmr: false, ws: false },
    // Nothing here runs in a browser, and prebundling native modules fails.
    optimizeDeps: { noDiscovery: true, include: [] },
    logLevel: "error",
    appType: "custom",
  });
  try {
    return await work((path) => vite.ssrLoadModule(path));
  } finally {
    await vite.close();
  }
}
