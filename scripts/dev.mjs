/**
 * `npm run dev`: the studio with hot reload on PORT. The server half runs beside it on an inner port, and starts again
 * whenever its sources change.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/run.mjs";

await ensureInstalled();
const { build, createServer } = await import("vite");

const port = Number(process.env.PORT ?? 4173);
const apiPort = port + 2;
process.env.KIRIN_STUDIO_API_ORIGIN = `http://localhost:${apiPort}`;

/** @type {import("node:child_process").ChildProcess | undefined} */
let server;

/** Ends the running server, if any, and starts the one that was just built. */
function restart() {
  const start = () => {
    server = spawn(process.execPath, [join(root, "dist/server/main.js")], {
      cwd: root,
      env: { ...process.env, PORT: String(apiPort) },
      stdio: ["ignore", "ignore", "inherit"],
    });
  };
  if (server === undefined || server.exitCode !== null) start();
  else {
    server.once("exit", start);
    server.kill("SIGTERM");
  }
}

const watcher = await build({
  configFile: join(root, "vite.server.config.ts"),
  logLevel: "warn",
  build: { watch: {} },
});
if (!("on" in watcher)) throw new Error("Vite did not start to watch");
watcher.on("event", (event) => {
  if (event.code === "BUNDLE_END") restart();
});

const vite = await createServer({
  root,
  server: { port, host: process.env.HOST ?? "localhost" },
});
await vite.listen();
process.stdout.write(`Kirin Studio ready at http://localhost:${port}\n`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    server?.kill("SIGTERM");
    await Promise.all([watcher.close(), vite.close()]);
    process.exit(0);
  });
}
