/** The built simulator as a separate server, like `npm run simulator`, and its ledger. Needs a build. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SERVER_SCRIPTS, ServerProcess } from "./server-process.ts";

const KEY = "sk-journey";

/** The fields of a ledger entry that tests read. */
interface Charge {
  external_task_id: string;
  cost: string;
}

/** A running simulator with its own folder. */
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

  /** The environment that makes a studio use this simulator as the real service. */
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

  /** Occupies slots as another client of the same key, for 30 s at speed 1 and without a charge. */
  async takeSlots(count: number): Promise<void> {
    const prompt = "[[slow queue]] [[fail 002014095]]";
    await Promise.all(Array.from({ length: count }, () => this.create({ prompt })));
  }

  /** Creates a task as another client of the same key. */
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
