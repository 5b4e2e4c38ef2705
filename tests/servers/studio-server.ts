/** The built studio in a separate process, which can be killed and restarted. Needs a build. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SERVER_SCRIPTS, ServerProcess } from "./server-process.ts";

type Env = Record<string, string>;

/** A running studio with its own folder. */
export class StudioServer {
  readonly url: string;
  #process: ServerProcess;
  readonly #env: Env;
  readonly #dir: string;
  readonly #nodeArgs: readonly string[];

  private constructor(process: ServerProcess, url: string, settings: Settings) {
    this.#process = process;
    this.url = url;
    this.#env = settings.env;
    this.#dir = settings.dir;
    this.#nodeArgs = settings.nodeArgs;
  }

  /** Starts a server on a free port. `env` adds to its environment, `nodeArgs` are options of Node. */
  static async start(env: Env = {}, nodeArgs: readonly string[] = []): Promise<StudioServer> {
    const dir = await mkdtemp(join(tmpdir(), "kirin-studio-"));
    const settings = { dir, nodeArgs, env: { ...env, SIMULATOR_DIR: dir } };
    const process = launch({ ...settings.env, PORT: "0" }, nodeArgs);
    return new StudioServer(process, await process.url, settings);
  }

  /** Kills the server without warning. */
  async kill(): Promise<void> {
    await this.#process.end("SIGKILL");
  }

  /** Starts a killed server again on the same port and folder. `env` changes its environment. */
  async restart(env: Env = {}): Promise<void> {
    if (this.#process.isRunning) return;
    const { port } = new URL(this.url);
    this.#process = launch({ ...this.#env, ...env, PORT: port }, this.#nodeArgs);
    await this.#process.url;
  }

  async killAndRestart(): Promise<void> {
    await this.kill();
    await this.restart();
  }

  /** Removes the clips that the simulator has rendered so far, as if they had expired. */
  async expireClips(): Promise<void> {
    await rm(join(this.#dir, "clips"), { recursive: true });
    await mkdir(join(this.#dir, "clips"));
  }

  /** Ends the server and removes its folder. */
  async stop(): Promise<void> {
    await this.#process.end("SIGTERM");
    await rm(this.#dir, { recursive: true, force: true });
  }
}

interface Settings {
  dir: string;
  env: Env;
  nodeArgs: readonly string[];
}

function launch(env: Env, nodeArgs: readonly string[]): ServerProcess {
  return new ServerProcess(SERVER_SCRIPTS.studio, {
    env: { ...process.env, SIMULATOR_SPEED: "8", ...env },
    nodeArgs,
    showsErrors: true,
  });
}
