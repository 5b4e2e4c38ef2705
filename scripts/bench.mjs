/** `npm run bench`: the figures that matter, as ratios within one run where machines are noisy. Ends by itself. */
import { join } from "node:path";
import { build } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/run.mjs";

await ensureInstalled();
await build();
const { createServer } = await import("vite");

// The benchmarks are TypeScript that runs in Node: Vite loads them as it loads the rest of the project.
const vite = await createServer({
  configFile: join(root, "vite.server.config.ts"),
  server: { middlewareMode: true },
  // Nothing here is for a browser, and bundling what native modules load for one breaks off the run.
  optimizeDeps: { noDiscovery: true, include: [] },
  logLevel: "error",
  appType: "custom",
});
try {
  const { benchmarks } = await vite.ssrLoadModule("/bench/main.ts");
  for (const { name, run } of benchmarks) {
    process.stdout.write(`\n${name}\n`);
    for (const line of await run()) process.stdout.write(`  ${line}\n`);
  }
} finally {
  await vite.close();
}
