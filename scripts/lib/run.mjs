/** Runs the project's own tools from scripts, with only Node and npm at hand. */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Folder of the project, whatever the working directory. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Lets this process go on when nobody reads its output any more; Node ends it otherwise. */
export function surviveLostOutput() {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/**
 * Runs a command in the project's folder and waits for its end. A signal that ends this process meanwhile ends the
 * command too.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] `quiet` keeps the output back unless it fails.
 * @returns {Promise<{ ok: boolean, output: string }>} `output` is empty unless `quiet`.
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    const stopWatching = endWith(child);
    child.on("error", reject);
    child.on("close", (code) => {
      stopWatching();
      resolve({ ok: code === 0, output });
    });
  });
}

/**
 * Passes signals on to a child and ends this process, until the returned function is called.
 * @param {import("node:child_process").ChildProcess} child
 */
function endWith(child) {
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    child.kill(signal);
    // Other children hear of it first.
    setImmediate(() => process.exit(128 + constants.signals[signal]));
  };
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

/**
 * Runs a command and ends this process with its words when it fails.
 * @param {string} what For the person who reads: "Building the studio".
 * @param {string} command
 * @param {string[]} args
 */
export async function must(what, command, args) {
  const { ok, output } = await run(command, args, { quiet: true });
  if (ok) return;
  process.stderr.write(`${output}\n${what} failed.\n`);
  process.exit(1);
}

/**
 * Loads one of the built server's entries into this very process, so that signals reach it.
 * @param {"main" | "simulator" | "prerender"} name
 */
export function loadBuilt(name) {
  return import(pathToFileURL(join(root, "dist/server", `${name}.js`)).href);
}
