/** The real server in a process of its own, to be killed and started again. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServerProcess, startServer } from "./server-process.ts";

/** A running studio with a folder of its own. */
export class StudioServer {
  #process: ServerProcess;
  readonly #env: Record<string, string>;
  readonly #dir: string;

  private constructor(process: ServerProcess, dir: string, env: Record<string, string>) {
    this.#process = process;
    this.#dir = dir;
    this.#env = env;
  }

  /** Starts a server on a free port; `env` adds to its environment. */
  static async start(env: Record<string, string> = {}): Promise<StudioServer> {
    const dir = await mkdtemp(join(tmpdir(), "kirin-studio-"));
    const settings = { ...env, SIMULATOR_DIR: dir };
    return new StudioServer(await startServer("main", { ...settings, PORT: "0" }), dir, settings);
  }

  get url(): string {
    return this.#process.url;
  }

  /** Kills the server without warning and starts it again on the same port and folder. */
  async crashAndRestart(): Promise<void> {
    await this.crash();
    await this.comeBack();
  }

  /** Kills the server without warning; it stays away until {@link comeBack}. */
  async crash(): Promise<void> {
    await this.#process.end("SIGKILL");
  }

  /** Starts the server again on the same port and folder; `env` changes its environment. */
  async comeBack(env: Record<string, string> = {}): Promise<void> {
    const settings = { ...this.#env, ...env, PORT: new URL(this.url).port };
    this.#process = await startServer("main", settings);
  }

  /** Kirin no longer keeps the clips it made so far. */
  async forgetClips(): Promise<void> {
    await rm(join(this.#dir, "clips"), { recursive: true });
    await mkdir(join(this.#dir, "clips"));
  }

  /** Ends the server and removes its folder. */
  async stop(): Promise<void> {
    await this.#process.end("SIGTERM");
    await rm(this.#dir, { recursive: true, force: true });
  }
}
