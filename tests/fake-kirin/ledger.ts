/** What really happened at the fake Kirin: every create that arrived and every task. It knows nothing of the simulator. */

/** A create that arrived whole. */
export interface ArrivedCreate {
  atMs: number;
  externalTaskId: string;
  prompt: string;
  mode: string;
  /** The request body as it came. */
  body: string;
  /** The fault that struck it. */
  fault: string;
  /** How soon the caller hung up without an answer; null if it did not. */
  abortedAfterMs: number | null;
}

export interface LedgerTask {
  id: string;
  externalTaskId: string;
  prompt: string;
  mode: string;
  madeAtMs: number;
  readableAtMs: number;
  runsAtMs: number;
  endsAtMs: number;
  outcome: "completed" | "failed";
  /** Charged if the task completes. */
  cost: string;
  /** From then on Kirin no longer knows the task; null for never. */
  vanishesAtMs: number | null;
  /** Whether a read has been answered with it. */
  wasReported: boolean;
}

/** How a task goes on after it was made. */
export interface TaskFate {
  queueMs: number;
  runMs: number;
  isFailure: boolean;
  /** Kirin forgets the task after so long; null for never. */
  vanishesAfterMs: number | null;
  cost?: string;
}

export interface Ledger {
  readonly creates: readonly ArrivedCreate[];
  readonly tasks: readonly LedgerTask[];
}

const COSTS = ["0.35", "0.07", "1.68", "0.21"] as const;

/** Parameters of a create that the ledger records. */
interface CreateParams {
  externalTaskId: string;
  prompt: string;
  mode: string;
}

/** The task that a create makes, with the `index` of all tasks so far. */
export function makeTask(
  { externalTaskId, prompt, mode }: CreateParams,
  index: number,
  { nowMs, readLagMs, fate }: { nowMs: number; readLagMs: number; fate: TaskFate },
): LedgerTask {
  const runsAtMs = nowMs + fate.queueMs;
  return {
    id: `task-${index + 1}`,
    externalTaskId,
    prompt,
    mode,
    madeAtMs: nowMs,
    readableAtMs: nowMs + readLagMs,
    runsAtMs,
    endsAtMs: runsAtMs + fate.runMs,
    outcome: fate.isFailure ? "failed" : "completed",
    cost: fate.cost ?? COSTS[index % COSTS.length] ?? COSTS[0],
    vanishesAtMs: fate.vanishesAfterMs === null ? null : nowMs + fate.vanishesAfterMs,
    wasReported: false,
  };
}

/** Whether Kirin has forgotten the task by then. */
export function hasVanished({ vanishesAtMs }: LedgerTask, nowMs: number): boolean {
  return vanishesAtMs !== null && nowMs >= vanishesAtMs;
}
