/** `npm start`: installs, builds and serves the studio. */
import { build } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";

await ensureInstalled();
process.stdout.write("Building…\n");
await build();
// In this very process, so that SIGTERM reaches the server itself.
await import("../dist/server/main.js");
