/**
 * `npm run dev`: the studio with hot reload on PORT. The server half runs beside it on an inner port, and starts again
 * whenever its sources change.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/run.mjs";

await ensureInstalled();
const { build, createServer } = await import("vite");

const port = Number(process.env.PORT || 4173);
const apiPort = port + 2;
if (!Number.isInteger(port) || port < 1 || apiPort > 65_535) {
  process.stderr.write("PORT has to be a whole number from 1 to 65533.\n");
  process.exit(1);
}
process.env.KIRIN_STUDIO_API_ORIGIN = `http://localhost:${apiPort}`;

// The server half does not start without a built page; before the first build, any will do.
const page = join(root, "dist/studio/index.html");
if (!existsSync(page)) {
  mkdirSync(join(root, "dist/studio"), { recursive: true });
  writeFileSync(page, `<!doctype html><p>The studio is at http://localhost:${port}</p>\n`);
}

/** @type {import("node:child_process").ChildProcess | undefined} */
let server;

/** Starts the server that was just built. */
function start() {
  server = spawn(process.execPath, [join(root, "dist/server/main.js")], {
    cwd: root,
    env: { ...process.env, PORT: String(apiPort) },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Ends the running server, if any, and starts the new one in its place. */
function restart() {
  if (!server || server.exitCode !== null || server.signalCode !== null) start();
  else if (!server.killed) {
    // Builds that come while it ends are served by the same start.
    server.once("exit", start);
    server.kill("SIGTERM");
  }
}

const built = await build({
  configFile: join(root, "vite.server.config.ts"),
  logLevel: "warn",
  build: { watch: {} },
});
if (!("on" in built)) throw new Error("Vite did not start to watch");
const watcher = built;
watcher.on("event", (event) => {
  if (event.code === "BUNDLE_END") restart();
});

const vite = await createServer({
  root,
  server: { port, strictPort: true, host: process.env.HOST || "localhost" },
});

/**
 * Ends everything that was started.
 * @param {number} code
 */
async function end(code) {
  server?.off("exit", start).kill("SIGTERM");
  await Promise.all([watcher.close(), vite.close()]);
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void end(0));

try {
  await vite.listen();
  process.stdout.write(`Kirin Studio ready at http://localhost:${port}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  await end(1);
}
