/** `npm run simulator`: the embedded Kirin alone, for any client of the real one. */
import { buildServer } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";

await ensureInstalled();
await buildServer();
await import("../dist/server/simulator.js");
