/** The processes of a trial that live outside of the browser: the scripted Kirin, and built studios on a fast clock. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Ledger } from "./upstream/kirin-account.mjs";
import type { Weather } from "./upstream/weather.mjs";

const root = resolve(import.meta.dirname, "../..");

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

/** Starts a script of ours and waits until it says where it is ready. */
async function start(
  script: string,
  clock: FastClock,
  env: Record<string, string>,
): Promise<{ url: string; child: ChildProcess }> {
  const fastClock = resolve(import.meta.dirname, "fast-clock.mjs");
  const child = spawn(process.execPath, ["--import", fastClock, resolve(root, script)], {
    env: { ...process.env, ...env, FAST_CLOCK: `${clock.originMs}/${clock.factor}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = / ready at (\S+)$/.exec(line)?.[1];
    if (url !== undefined) {
      child.stdout.resume();
      return { url, child };
    }
  }
  throw new Error(`${script} ended before it was ready.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** The scripted Kirin: see `upstream.mjs`. */
export class UpstreamProcess {
  readonly #child: ChildProcess;
  readonly #url: string;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.#url = url;
  }

  static async start(clock: FastClock): Promise<UpstreamProcess> {
    const { child, url } = await start("tests/crash/upstream/upstream.mjs", clock, { PORT: "0" });
    return new UpstreamProcess(child, url);
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
    await end(this.#child);
  }

  async #control(method: string, path: string, body?: string): Promise<Ledger> {
    const answer = await fetch(`${this.#url}/control/${path}`, {
      method,
      ...(body !== undefined && { body }),
    });
    return answer.json();
  }
}

/** The built studio, to be killed and started again on the same port. */
export class StudioProcess {
  #child: ChildProcess;
  readonly url: string;
  readonly #clock: FastClock;
  readonly #baseUrl: string;

  private constructor(child: ChildProcess, url: string, clock: FastClock, baseUrl: string) {
    this.#child = child;
    this.url = url;
    this.#clock = clock;
    this.#baseUrl = baseUrl;
  }

  /** Starts a studio whose Kirin is at `baseUrl`. */
  static async start(clock: FastClock, baseUrl: string): Promise<StudioProcess> {
    const { child, url } = await startStudio(clock, baseUrl, "0");
    return new StudioProcess(child, url, clock, baseUrl);
  }

  /** Ends it without warning. */
  async kill(): Promise<void> {
    await end(this.#child);
  }

  /** Starts it again where it was, if it is not there. */
  async comeBack(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) return;
    const { port } = new URL(this.url);
    this.#child = (await startStudio(this.#clock, this.#baseUrl, port)).child;
  }
}

function startStudio(clock: FastClock, baseUrl: string, port: string) {
  return start("dist/server/main.js", clock, {
    PORT: port,
    KIRIN_BASE_URL: baseUrl,
    KIRIN_API_KEY: "sk-trial",
  });
}
