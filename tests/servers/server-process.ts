/** Runs one of the project's servers in a separate process. All tests start servers with this class. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** The scripts of the built servers, relative to the project's folder. */
export const SERVER_SCRIPTS = {
  studio: "dist/server/main.js",
  simulator: "dist/server/simulator.js",
} as const;

export interface LaunchOptions {
  /** The whole environment of the process. */
  env: NodeJS.ProcessEnv;
  /** Options of Node before the script, such as `--import`. */
  nodeArgs?: readonly string[];
  /** Also write the server's errors to this process's stderr. */
  showsErrors?: boolean;
}

export class ServerProcess {
  readonly child: ChildProcess;
  /** Exit code, or the signal that ended it. Resolves when the output is complete. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** The URL that the server printed. Rejects if it ended without one. */
  readonly url: Promise<string>;
  #output = "";

  constructor(script: string, { env, nodeArgs = [], showsErrors = false }: LaunchOptions) {
    this.child = spawn(process.execPath, [...nodeArgs, resolve(root, script)], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.ended = once(this.child, "close").then(([code, signal]) => code ?? signal);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (text) => {
        this.#output += text;
      });
    }
    if (showsErrors) this.child.stderr?.pipe(process.stderr, { end: false });
    this.url = this.waitForOutput(/ ready at (\S+)\n/);
    // A test that only awaits `ended` does not handle this rejection.
    this.url.catch(() => undefined);
  }

  /** Everything it has written so far to stdout and stderr. */
  get output(): string {
    return this.#output;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves with the first match, or its first group, in the output. Rejects if the process ends without a match. */
  waitForOutput(pattern: RegExp): Promise<string> {
    return new Promise((done, fail) => {
      const look = () => {
        const match = pattern.exec(this.#output);
        if (match) done(match[1] ?? match[0]);
      };
      for (const stream of [this.child.stdout, this.child.stderr]) stream?.on("data", look);
      look();
      void this.ended.then(() => fail(new Error(`The server ended early: ${this.#output}`)));
    });
  }

  /** Sends a signal and waits for the exit. Its own child processes may still hold its outputs open then. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.isRunning) return;
    const exited = once(this.child, "exit");
    this.child.kill(signal);
    await exited;
  }
}
