/** One trial's account at the scripted Kirin: its tasks, what they cost, and the ledger of everything that came in. */
import { createHash } from "node:crypto";
import { createDraw } from "../draw.mjs";

/**
 * A create that arrived whole.
 * @typedef {object} ArrivedCreate
 * @property {number} atMs By the creator's clock.
 * @property {string} externalTaskId
 * @property {string} prompt
 * @property {string} mode
 * @property {string} bodyHash
 * @property {string} trouble What happened to it.
 * @property {number | null} leftAfterMs How soon the caller hung up without an answer, if it did.
 */

/**
 * A task that Kirin made.
 * @typedef {object} MadeTask
 * @property {string} id
 * @property {string} externalTaskId
 * @property {string} prompt
 * @property {string} mode
 * @property {number} madeAtMs
 * @property {number} readableAtMs
 * @property {boolean} isTold Whether a read or a create was answered with it.
 * @property {number} runsAtMs
 * @property {number} endsAtMs
 * @property {"completed" | "failed"} outcome
 * @property {string} cost What it costs once it is completed.
 * @property {number | null} vanishesAtMs From then on Kirin has never heard of it. Such a task never ends, and costs nothing.
 */

/**
 * What a trial is judged by.
 * @typedef {object} Ledger
 * @property {ArrivedCreate[]} creates
 * @property {MadeTask[]} tasks
 * @property {number} nowMs
 * @property {number} open Requests that are not answered yet, and tasks that are still to be made.
 */

const COSTS = ["0.21", "0.42", "0.35", "0.84", "1.68", "0.07", "0.105"];

/**
 * @param {number} seed
 * @param {import("./weather.mjs").Weather} weather
 */
export function openAccount(seed, weather) {
  /** @type {ArrivedCreate[]} */
  const creates = [];
  /** @type {MadeTask[]} */
  const tasks = [];
  const startedAtMs = Date.now();

  return {
    creates,
    tasks,
    /** Milliseconds of the creator's clock since the trial began. */
    ageMs: () => Date.now() - startedAtMs,

    /** Writes down a create. @param {string} body @param {string} trouble @returns {ArrivedCreate} */
    note(body, trouble) {
      const { params } = JSON.parse(body).input[0];
      /** @type {ArrivedCreate} */
      const create = {
        atMs: Date.now(),
        externalTaskId: String(params.external_task_id),
        prompt: String(params.prompt),
        mode: String(params.mode ?? "std"),
        bodyHash: createHash("sha256").update(body).digest("base64url"),
        trouble,
        leftAfterMs: null,
      };
      creates.push(create);
      return create;
    },

    /** Makes the task of a create, or gives null because its id was used before. @param {ArrivedCreate} create */
    make({ externalTaskId, prompt, mode }) {
      if (tasks.some((task) => task.externalTaskId === externalTaskId)) return null;
      const draw = createDraw(seed, `task ${tasks.length}`);
      const madeAtMs = Date.now();
      const runsAtMs = madeAtMs + draw.between(0, 8_000);
      const endsAtMs = runsAtMs + draw.between(1_000, 30_000);
      /** @type {MadeTask} */
      const task = {
        id: `task-${seed}-${tasks.length}`,
        externalTaskId,
        prompt,
        mode,
        madeAtMs,
        readableAtMs: madeAtMs + weather.readLagMs,
        isTold: false,
        runsAtMs,
        endsAtMs,
        outcome: draw.chance(weather.failing) ? "failed" : "completed",
        cost: COSTS[draw.int(0, COSTS.length - 1)] ?? "0.21",
        vanishesAtMs: draw.chance(weather.vanishing) ? draw.between(runsAtMs, endsAtMs) : null,
      };
      tasks.push(task);
      return task;
    },

    /** The task under Kirin's id or the caller's, if it can be read by now. @param {string} id */
    find(id) {
      const now = Date.now();
      return tasks.find(
        (task) =>
          (task.id === id || task.externalTaskId === id) &&
          now >= task.readableAtMs &&
          (task.vanishesAtMs === null || now < task.vanishesAtMs),
      );
    },

    /** Whether every slot is taken. */
    isFull() {
      const now = Date.now();
      return (
        weather.slots !== null && tasks.filter((task) => isLive(task, now)).length >= weather.slots
      );
    },

    /** Whether the key or the balance is wrong just now. @returns {401 | 402 | null} */
    refusal() {
      const { refusal } = weather;
      const age = Date.now() - startedAtMs;
      return refusal && age >= refusal.fromMs && age < refusal.untilMs ? refusal.status : null;
    },
  };
}

/** @typedef {ReturnType<typeof openAccount>} Account */

/** @param {MadeTask} task @param {number} now */
function isLive({ endsAtMs, vanishesAtMs }, now) {
  return now < (vanishesAtMs ?? endsAtMs);
}

/**
 * The task in Kirin's own words, as it stands now.
 * @param {MadeTask} task
 * @param {{ clipBase: string, echoesId: boolean, isWrapped: boolean }} form
 */
export function wireTask(task, { clipBase, echoesId, isWrapped }) {
  const now = Date.now();
  const hasEnded = task.vanishesAtMs === null && now >= task.endsAtMs;
  const status = hasEnded ? task.outcome : now >= task.runsAtMs ? "in_progress" : "in_queue";
  const changedAtMs = hasEnded
    ? task.endsAtMs
    : now >= task.runsAtMs
      ? task.runsAtMs
      : task.madeAtMs;
  const wire = {
    id: task.id,
    ...(echoesId && { external_task_id: task.externalTaskId }),
    status,
    created_at: Math.floor(task.madeAtMs),
    updated_at: Math.floor(changedAtMs),
    ...(status === "completed" && {
      output: [
        { content: [{ type: "video", url: `${clipBase}/${task.id}/${now}`, duration: "5" }] },
      ],
      usage: { cost: task.cost, discount: 1 },
    }),
    ...(status === "failed" && {
      error: { code: "002014095", error_message: "Internal generation error." },
    }),
  };
  return isWrapped ? { data: wire, status: { code: 200, message: "success" } } : wire;
}
