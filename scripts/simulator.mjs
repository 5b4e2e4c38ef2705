/** `npm run simulator`: the embedded Kirin alone, for any client of the real one. */
import { buildServer } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { loadBuilt, surviveLostOutput } from "./lib/run.mjs";

surviveLostOutput();
await ensureInstalled();
await buildServer();
await loadBuilt("simulator");
