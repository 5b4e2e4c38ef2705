/** `npm run simulator`: serves the simulator alone, for any Kirin client. */
import { buildServer } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { loadBuilt, surviveLostOutput } from "./lib/run.mjs";

surviveLostOutput();
await ensureInstalled();
await buildServer();
await loadBuilt("simulator");
