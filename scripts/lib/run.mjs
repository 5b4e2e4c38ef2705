/** Runs the project's tools from scripts, using only Node's own modules. */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Folder of the project, independent of the working directory. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Keeps this process alive when its output is closed, which would end it otherwise. */
export function surviveLostOutput() {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/**
 * Runs a command in the project's folder and waits for it to exit. A signal to this process also ends the command.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] `quiet`: captures the output, prints nothing.
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
 * Forwards signals to a child and then ends this process. Returns a disposer.
 * @param {import("node:child_process").ChildProcess} child
 */
function endWith(child) {
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    child.kill(signal);
    // Other listeners run first, so that every child gets the signal.
    setImmediate(() => process.exit(128 + constants.signals[signal]));
  };
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

/**
 * Runs a command. If it fails, prints its output and exits.
 * @param {string} what Subject of the error message, such as "Building the studio".
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
 * Loads an entry of the built server into this process, so that it receives signals.
 * @param {"main" | "simulator" | "prerender"} name
 */
export function loadBuilt(name) {
  return import(pathToFileURL(join(root, "dist/server", `${name}.js`)).href);
}
