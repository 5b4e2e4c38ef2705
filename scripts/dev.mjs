/**
 * `npm run dev`: the studio with hot reload on PORT. The server runs beside it on another port and restarts whenever
 * its sources change.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { withModules } from "./lib/modules.mjs";
import { root, surviveLostOutput } from "./lib/run.mjs";

surviveLostOutput();
await ensureInstalled();
const { build, createServer } = await import("vite");

const port = Number(process.env.PORT || 4173);
const apiPort = port + 2;
if (!Number.isInteger(port) || port < 1 || apiPort > 65_535) {
  process.stderr.write("PORT must be a whole number from 1 to 65533.\n");
  process.exit(1);
}
// Vite follows the built server's rules: which addresses it listens on, and under which host names.
const rules = await withModules(async (load) => {
  const { readListenSettings } = await load("src/hosts/node/server/listen-settings.ts");
  const { addressesToBind } = await load("src/hosts/node/server/bind-address.ts");
  const { settleTarget } = await load("src/hosts/node/server/request-target.ts");
  const { isAllowedHost } = await load("src/proxy/access/host-name.ts");
  const { allowedHosts, ...settings } = readListenSettings(process.env, port);
  const addresses = await addressesToBind({ allowedHosts, ...settings });
  return {
    allowedHosts,
    host: addresses.length > 1 ? "localhost" : addresses[0],
    /** @param {import("node:http").IncomingMessage} request */
    isAllowed: (request) =>
      settleTarget(request) === null &&
      isAllowedHost(new URL(`http://${request.headers.host}`).hostname, allowedHosts),
  };
}).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
process.env.KIRIN_STUDIO_API_ORIGIN = `http://localhost:${apiPort}`;

// The server does not start without a page. Before the first build, a placeholder is enough.
const page = join(root, "dist/studio/index.html");
if (!existsSync(page)) {
  mkdirSync(join(root, "dist/studio"), { recursive: true });
  writeFileSync(page, `<!doctype html><p>The studio is at http://localhost:${port}</p>\n`);
}

/** @type {import("node:child_process").ChildProcess | undefined} */
let server;
let isEnding = false;
/** @type {(isReady: boolean) => void} */
let reportReady = () => undefined;
/** Resolves with whether the first server started. If not, it has printed the reason. */
const isReady = new Promise((resolve) => {
  reportReady = resolve;
});

/** Starts the server that was just built. */
function start() {
  server = spawn(process.execPath, [join(root, "dist/server/main.js")], {
    cwd: root,
    env: { ...process.env, PORT: String(apiPort), HOST: "localhost" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  server.stdout?.on("data", (text) => {
    if (String(text).includes(" ready at ")) reportReady(true);
  });
  server.once("exit", () => reportReady(false));
}

/** Replaces the running server, if any, with the new build. */
function restart() {
  if (isEnding) return;
  if (!server || server.exitCode !== null || server.signalCode !== null) start();
  else if (!server.killed) {
    // If further builds finish while it stops, one start serves the latest.
    server.once("exit", () => {
      if (!isEnding) start();
    });
    server.kill("SIGTERM");
  }
}

const built = await build({
  configFile: join(root, "vite.server.config.ts"),
  logLevel: "warn",
  build: {
    // The studio is in this build only for prerendering. Here Vite serves it.
    watch: { exclude: "src/studio/**" },
    // Until it is replaced, the running server starts render processes from this folder.
    emptyOutDir: false,
  },
});
if (!("on" in built)) throw new Error("Vite does not watch the sources.");
const watcher = built;
watcher.on("event", (event) => {
  if (event.code === "BUNDLE_END") restart();
});

const vite = await createServer({
  root,
  // By default Vite lets every page on this machine read its responses.
  server: {
    port,
    strictPort: true,
    host: rules.host,
    allowedHosts: rules.allowedHosts,
    cors: false,
  },
  plugins: [
    {
      name: "kirin-studio-hosts",
      configureServer({ middlewares }) {
        middlewares.use((request, response, next) => {
          if (rules.isAllowed(request)) return next();
          response.writeHead(421, { "Content-Type": "text/plain", Connection: "close" });
          response.end("The studio does not answer under this host name.\n");
        });
      },
    },
  ],
});

/** Stops the server and resolves when it has exited. */
function endServer() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  return gone;
}

/**
 * Stops everything and exits.
 * @param {number} code
 */
async function end(code) {
  if (isEnding) return;
  isEnding = true;
  await Promise.all([endServer(), watcher.close(), vite.close()]);
  process.exit(code);
}
// Vite's own listener ends the process with 143 and leaves the server running.
process.removeAllListeners("SIGTERM");
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void end(0));

try {
  await vite.listen();
  if (await isReady) process.stdout.write(`Kirin Studio ready at http://localhost:${port}\n`);
  else await end(1);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  await end(1);
}
