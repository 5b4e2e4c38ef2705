/** The real server in a process of its own, to be killed and started again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const main = resolve(import.meta.dirname, "../dist/server/main.js");

/** A running studio with a folder of its own. */
export class StudioServer {
  url = "";
  #child: ChildProcess | undefined;
  readonly #dir: string;
  readonly #env: Record<string, string>;

  private constructor(dir: string, env: Record<string, string>) {
    this.#dir = dir;
    this.#env = env;
  }

  /** Starts a server on a free port; `env` adds to its environment. */
  static async start(env: Record<string, string> = {}): Promise<StudioServer> {
    const server = new StudioServer(await mkdtemp(join(tmpdir(), "kirin-studio-")), env);
    await server.#spawn("0");
    return server;
  }

  /** Kills the server without warning and starts it again on the same port and folder. */
  async crashAndRestart(): Promise<void> {
    await this.#end("SIGKILL");
    await this.#spawn(new URL(this.url).port);
  }

  /** Kills the server without warning; it stays away until {@link comeBack}. */
  async crash(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Starts the server again on the same port and folder. */
  async comeBack(): Promise<void> {
    await this.#spawn(new URL(this.url).port);
  }

  /** Ends the server and removes its folder. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    await rm(this.#dir, { recursive: true, force: true });
  }

  async #spawn(port: string): Promise<void> {
    const child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        SIMULATOR_SPEED: "8",
        ...this.#env,
        PORT: port,
        SIMULATOR_DIR: this.#dir,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const ready = /^Kirin Studio ready at (\S+)$/.exec(line);
      if (ready?.[1]) {
        this.url = ready[1];
        child.stdout.resume();
        return;
      }
    }
    throw new Error("The server ended before it was ready.");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}
