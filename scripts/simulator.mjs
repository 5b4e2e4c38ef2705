/** `npm run simulator`: the embedded Kirin alone, for any client of the real one. */
import { buildServer } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { loadBuilt } from "./lib/run.mjs";

await ensureInstalled();
await buildServer();
await loadBuilt("simulator");
