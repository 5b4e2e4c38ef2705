/** The built simulator alone, as `npm run simulator` runs it, and its ledger. Needs a build. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SERVER_SCRIPTS, ServerProcess } from "./server-process.ts";

const KEY = "sk-journey";

/** An entry of the simulator's ledger, as far as tests read it. */
interface Charge {
  external_task_id: string;
  cost: string;
}

/** A running simulator with a folder of its own. */
export class SimulatorServer {
  readonly #process: ServerProcess;
  readonly #url: string;
  readonly #dir: string;

  private constructor(process: ServerProcess, url: string, dir: string) {
    this.#process = process;
    this.#url = url;
    this.#dir = dir;
  }

  static async start(speed: number): Promise<SimulatorServer> {
    const dir = await mkdtemp(join(tmpdir(), "kirin-simulator-"));
    const settings = { SIMULATOR_DIR: dir, SIMULATOR_SPEED: String(speed), PORT: "0" };
    const server = new ServerProcess(SERVER_SCRIPTS.simulator, {
      env: { ...process.env, ...settings },
      showsErrors: true,
    });
    return new SimulatorServer(server, await server.url, dir);
  }

  /** The environment with which a studio takes this simulator for the real service. */
  get studioEnv(): { KIRIN_BASE_URL: string; KIRIN_API_KEY: string } {
    return { KIRIN_BASE_URL: this.#url, KIRIN_API_KEY: KEY };
  }

  /** All charges of the studio's key. */
  async charges(): Promise<Charge[]> {
    const answer = await fetch(`${this.#url}/ledger`, {
      headers: { Authorization: `Bearer ${KEY}` },
    });
    const { entries }: { entries: Charge[] } = await answer.json();
    return entries;
  }

  /** Whether it has a task with this external id. */
  async has(externalTaskId: string): Promise<boolean> {
    const answer = await fetch(`${this.#url}/model/v1/generation/task/${externalTaskId}`, {
      headers: { Authorization: `Bearer ${KEY}` },
    });
    await answer.body?.cancel();
    return answer.ok;
  }

  /** Another client of the same key occupies slots, for 30 s at speed 1 and without a charge. */
  async takeSlots(count: number): Promise<void> {
    const prompt = "[[slow queue]] [[fail 002014095]]";
    await Promise.all(Array.from({ length: count }, () => this.create({ prompt })));
  }

  /** Another client of the same key creates a task. */
  async create(params: Record<string, string>): Promise<void> {
    await fetch(`${this.#url}/model/v1/generation`, {
      method: "POST",
      headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
      body: JSON.stringify({ model: "kirin_v2_6_t2v", input: [{ params }] }),
    });
  }

  async stop(): Promise<void> {
    await this.#process.end("SIGTERM");
    await rm(this.#dir, { recursive: true, force: true });
  }
}
