/** The project's TypeScript in Node, outside of a test: Vite loads it as it loads the rest. */
import { join } from "node:path";
import { root } from "./run.mjs";

/**
 * Runs `work` with a loader of modules, by paths from the project's folder.
 * @template Value
 * @param {(load: (path: string) => Promise<Record<string, any>>) => Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function withModules(work) {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root,
    // Apart from the cache of `npm run dev`, which would be made anew for other settings.
    cacheDir: join(root, "node_modules/.vite-modules"),
    configFile: join(root, "vite.server.config.ts"),
    server: { middlewareMode: true, hmr: false, ws: false },
    // Nothing here is for a browser, and bundling what native modules load for one breaks off the run.
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
