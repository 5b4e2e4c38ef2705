/** `npm start`: installs, builds and serves the studio. */
import { build } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { loadBuilt, surviveLostOutput } from "./lib/run.mjs";

surviveLostOutput();
await ensureInstalled();
process.stdout.write("Building…\n");
await build();
await loadBuilt("main");
