/**
 * The fake Kirin's record of what really happened: every create that arrived and every task. Independent of the
 * simulator.
 */

/** A create that arrived completely. */
export interface ArrivedCreate {
  atMs: number;
  externalTaskId: string;
  prompt: string;
  mode: string;
  /** The request body as received. */
  body: string;
  /** Its fault. */
  fault: string;
  /** When the caller disconnected before a response, after the arrival; null if it did not. */
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
  /** When Kirin forgets the task; null for never. */
  vanishesAtMs: number | null;
  /** Whether a read has returned it. */
  wasReported: boolean;
}

/** The course of a task after its creation. */
export interface TaskCourse {
  queueMs: number;
  runMs: number;
  isFailure: boolean;
  /** Time until Kirin forgets the task; null for never. */
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

/** Creates the task of a create. `index` is the number of tasks before it. */
export function makeTask(
  { externalTaskId, prompt, mode }: CreateParams,
  index: number,
  { nowMs, readLagMs, course }: { nowMs: number; readLagMs: number; course: TaskCourse },
): LedgerTask {
  const runsAtMs = nowMs + course.queueMs;
  return {
    id: `task-${index + 1}`,
    externalTaskId,
    prompt,
    mode,
    madeAtMs: nowMs,
    readableAtMs: nowMs + readLagMs,
    runsAtMs,
    endsAtMs: runsAtMs + course.runMs,
    outcome: course.isFailure ? "failed" : "completed",
    cost: course.cost ?? COSTS[index % COSTS.length] ?? COSTS[0],
    vanishesAtMs: course.vanishesAfterMs === null ? null : nowMs + course.vanishesAfterMs,
    wasReported: false,
  };
}

/** Whether Kirin has forgotten the task at a time. */
export function hasVanished({ vanishesAtMs }: LedgerTask, nowMs: number): boolean {
  return vanishesAtMs !== null && nowMs >= vanishesAtMs;
}
