/** Kirin's simulator alone, as `npm run simulator` runs it, and what it charged. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServerProcess, startServer } from "./server-process.ts";

const KEY = "sk-journey";

/** A line of the simulator's ledger, as far as journeys look at it. */
interface Charge {
  external_task_id: string;
  cost: string;
}

/** A running simulator with a folder of its own. */
export class SimulatorServer {
  readonly #process: ServerProcess;
  readonly #dir: string;

  private constructor(process: ServerProcess, dir: string) {
    this.#process = process;
    this.#dir = dir;
  }

  static async start(speed: number): Promise<SimulatorServer> {
    const dir = await mkdtemp(join(tmpdir(), "kirin-simulator-"));
    return new SimulatorServer(
      await startServer("simulator", {
        SIMULATOR_DIR: dir,
        SIMULATOR_SPEED: String(speed),
        PORT: "0",
      }),
      dir,
    );
  }

  /** What makes a studio take this simulator for the real service. */
  get studioEnv(): { KIRIN_BASE_URL: string; KIRIN_API_KEY: string } {
    return { KIRIN_BASE_URL: this.#process.url, KIRIN_API_KEY: KEY };
  }

  /** What the studio's key was charged. */
  async charges(): Promise<Charge[]> {
    const answer = await fetch(`${this.#process.url}/ledger`, {
      headers: { Authorization: `Bearer ${KEY}` },
    });
    const { entries }: { entries: Charge[] } = await answer.json();
    return entries;
  }

  /** Whether it has a task under this id of the caller's. */
  async has(externalTaskId: string): Promise<boolean> {
    const answer = await fetch(`${this.#process.url}/model/v1/generation/task/${externalTaskId}`, {
      headers: { Authorization: `Bearer ${KEY}` },
    });
    await answer.body?.cancel();
    return answer.ok;
  }

  /** Another program with the same key takes so many slots, for 30 s at speed 1. Nothing of it is charged. */
  async takeSlots(count: number): Promise<void> {
    const prompt = "[[slow queue]] [[fail 002014095]]";
    await Promise.all(Array.from({ length: count }, () => this.create({ prompt })));
  }

  /** Another program with the same key makes a task. */
  async create(params: Record<string, string>): Promise<void> {
    await fetch(`${this.#process.url}/model/v1/generation`, {
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
