/** The processes of a trial that live outside of the browser: the scripted Kirin, and built studios on a fast clock. */
import { resolve } from "node:path";
import { ServerProcess } from "../servers/server-process.ts";
import { StudioServer } from "../servers/studio-server.ts";
import type { Ledger } from "./upstream/kirin-account.mjs";
import type { Weather } from "./upstream/weather.mjs";

/** A clock that every process and page of a run shares. */
export interface FastClock {
  /** The moment at which it agreed with the machine's. */
  originMs: number;
  factor: number;
}

/** How much of the machine's time a stretch of the creator's takes. */
export function onMachine(clock: FastClock, creatorMs: number): number {
  return creatorMs / clock.factor;
}

const NODE_ARGS = ["--import", resolve(import.meta.dirname, "fast-clock.mjs")];

function clockEnv({ originMs, factor }: FastClock) {
  return { FAST_CLOCK: `${originMs}/${factor}` };
}

/** Starts the built studio on a fast clock, with its Kirin at `baseUrl`. */
export function startStudio(clock: FastClock, baseUrl: string): Promise<StudioServer> {
  const env = { ...clockEnv(clock), KIRIN_BASE_URL: baseUrl, KIRIN_API_KEY: "sk-trial" };
  return StudioServer.start(env, NODE_ARGS);
}

/** The scripted Kirin: see `upstream.mjs`. */
export class UpstreamProcess {
  readonly #process: ServerProcess;
  readonly #url: string;

  private constructor(process: ServerProcess, url: string) {
    this.#process = process;
    this.#url = url;
  }

  static async start(clock: FastClock): Promise<UpstreamProcess> {
    const env = { ...process.env, ...clockEnv(clock), PORT: "0" };
    const launched = new ServerProcess("tests/crash/upstream/upstream.mjs", {
      env,
      nodeArgs: NODE_ARGS,
      showsErrors: true,
    });
    return new UpstreamProcess(launched, await launched.url);
  }

  /** What a studio has to be given as its Kirin, to be a caller of that name. */
  baseUrl(name: string): string {
    return `${this.#url}/t/${name}`;
  }

  /** Begins a trial under a name; whatever was there before is forgotten. */
  async begin(name: string, options: { seed: number; weather?: Partial<Weather> }): Promise<void> {
    await this.#control("POST", name, JSON.stringify(options));
  }

  /** From now on nothing goes wrong that is not under way already. */
  async calm(name: string): Promise<void> {
    await this.#control("POST", `${name}/calm`);
  }

  async ledger(name: string): Promise<Ledger> {
    return this.#control("GET", name);
  }

  async stop(): Promise<void> {
    await this.#process.end("SIGKILL");
  }

  async #control(method: string, path: string, body?: string): Promise<Ledger> {
    const answer = await fetch(`${this.#url}/control/${path}`, {
      method,
      ...(body !== undefined && { body }),
    });
    return answer.json();
  }
}
