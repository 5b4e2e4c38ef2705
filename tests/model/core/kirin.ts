/** A scripted Kirin with a ledger. */
import { isRecord } from "#kirin/values/json.ts";
import { jsonAnswer } from "./answers.ts";
import type { World } from "./world.ts";

/** A create that arrived. */
export interface ArrivedCreate {
  externalTaskId: string;
  body: string;
  /** Whether the disk had an entry under that id by then. */
  isJournalled: boolean;
}

export interface LedgerTask {
  id: string;
  externalTaskId: string;
  prompt: string;
  cost: string;
  madeAtMs: number;
  endsAtMs: number;
  isFailure: boolean;
  vanishesAtMs: number;
}

const COSTS = ["0.35", "0.07", "1.68", "0.21"] as const;
const REFUSAL_CODES: Readonly<Record<number, string>> = { 400: "1201", 429: "1302" };

/** A scripted Kirin, which no trial ever kills: what arrived, what was made of it, and what was charged. */
export class Kirin {
  readonly creates: ArrivedCreate[] = [];
  readonly tasks: LedgerTask[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** What was charged: completed tasks only. */
  get charged(): LedgerTask[] {
    return this.tasks.filter(({ isFailure }) => !isFailure);
  }

  /** When the last task ended, or will. */
  get workedUntilMs(): number {
    return Math.max(0, ...this.tasks.map(({ endsAtMs }) => endsAtMs));
  }

  /** A create is here: from now on it counts, whoever waits for the answer. */
  create(body: string): Response {
    const { world, params } = { world: this.#world, params: paramsOf(body) };
    const { externalTaskId, prompt } = params;
    this.creates.push({ externalTaskId, body, isJournalled: world.hasRowFor(externalTaskId) });
    if (world.has("key-refused")) return refusal(401);
    if (world.has("balance")) return refusal(402);
    const nowMs = world.clock.nowMs;
    if (this.tasks.some((task) => task.externalTaskId === externalTaskId)) return refusal(409);
    const running = this.tasks.filter(({ endsAtMs }) => endsAtMs > nowMs).length;
    if (world.weather.slots !== null && running >= world.weather.slots) {
      return full(world.weather.slotsRetryAfterSeconds);
    }
    const index = this.tasks.length;
    const fate = world.weather.fates[index % Math.max(world.weather.fates.length, 1)];
    const task: LedgerTask = {
      id: `task-${index + 1}`,
      externalTaskId,
      prompt,
      cost: COSTS[index % COSTS.length] ?? COSTS[0],
      madeAtMs: nowMs,
      endsAtMs: nowMs + (fate?.takesMs ?? 0),
      isFailure: fate?.isFailure ?? false,
      vanishesAtMs: nowMs + (fate?.vanishesAfterMs ?? Number.POSITIVE_INFINITY),
    };
    this.tasks.push(task);
    world.note(() => `kirin: made ${task.id} for ${externalTaskId}`);
    return jsonAnswer(200, this.#describe(task));
  }

  /** Somebody asks after a task, by its id or by the one it was given. */
  read(id: string): Response {
    const { nowMs } = this.#world.clock;
    const task = this.tasks.find((one) => one.id === id || one.externalTaskId === id);
    const isThere =
      task !== undefined &&
      nowMs >= task.madeAtMs + this.#world.weather.readLagMs &&
      nowMs < task.vanishesAtMs;
    return isThere ? jsonAnswer(200, this.#describe(task)) : refusal(404);
  }

  #describe(task: LedgerTask): unknown {
    const { clock, weather } = this.#world;
    const { nowMs } = clock;
    const isEnd = nowMs >= task.endsAtMs;
    const beginsAtMs = (task.madeAtMs + task.endsAtMs) / 2;
    const changedMs = isEnd ? task.endsAtMs : nowMs < beginsAtMs ? task.madeAtMs : beginsAtMs;
    const running = nowMs < beginsAtMs ? "in_queue" : "in_progress";
    return {
      id: task.id,
      ...(weather.isIdEchoed && { external_task_id: task.externalTaskId }),
      status: isEnd ? (task.isFailure ? "failed" : "completed") : running,
      ...(weather.isTimed && { created_at: task.madeAtMs, updated_at: changedMs }),
      ...(isEnd && !task.isFailure && { usage: { cost: task.cost, discount: 1 }, output: CLIP }),
      ...(isEnd && task.isFailure && { error: { code: "002014095", message: "failed" } }),
    };
  }

  /** A task that is none of ours, and says so. */
  stranger(): Response {
    return jsonAnswer(200, {
      id: "task-of-another",
      external_task_id: "of-another",
      status: "completed",
      usage: { cost: "99.99", discount: 1 },
      output: CLIP,
    });
  }
}

const CLIP = [{ content: [{ type: "video", url: "https://clips.example/1.mp4", duration: "5" }] }];

/** A refusal in Kirin's usual form. */
export function refusal(status: number, retryAfterSeconds: number | null = null): Response {
  const code = REFUSAL_CODES[status] ?? String(status);
  return jsonAnswer(status, { error: { code, message: "no" } }, retryAfterSeconds);
}

/** A refusal for want of a slot. */
export function full(retryAfterSeconds: number | null): Response {
  const error = { code: "1303", message: "parallel task over resource pack limit" };
  return jsonAnswer(429, { error }, retryAfterSeconds);
}

/** The id that a create is sent under. */
export function externalIdOf(body: string): string {
  return paramsOf(body).externalTaskId;
}

function paramsOf(body: string): { externalTaskId: string; prompt: string } {
  const value: unknown = JSON.parse(body);
  const input = isRecord(value) && Array.isArray(value.input) ? value.input[0] : null;
  const params = isRecord(input) && isRecord(input.params) ? input.params : {};
  return { externalTaskId: String(params.external_task_id), prompt: String(params.prompt) };
}
