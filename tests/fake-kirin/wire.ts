/** The parts of Kirin's wire format that the fake implements. */
import { isRecord } from "#kirin/values/json.ts";
import type { LedgerTask } from "./ledger.ts";

/** A response of Kirin, before a transport sends it. */
export interface Answer {
  status: number;
  body: unknown;
  retryAfterSeconds: number | null;
}

/** The variant of the wire format in which Kirin describes tasks. */
export interface WireForm {
  /** Whether responses repeat the external id. */
  echoesId: boolean;
  /** Whether responses contain the times at which the task changed. */
  isTimed: boolean;
  /** Whether responses are wrapped in `{data, status}`. */
  isWrapped: boolean;
  clipUrl: (task: LedgerTask) => string;
}

export const HTML_PAGE = "<!doctype html><title>Maintenance</title><p>Back soon.</p>";

const FAILURE = { code: "002014095", error_message: "Internal generation error." };
const CODES: Readonly<Record<number, string>> = { 400: "1201", 429: "1302" };
/** The business code for "all slots are in use". */
export const SLOTS_IN_USE_CODE = "1303";

/** The state of a task at `nowMs`. */
export function describeTask(task: LedgerTask, nowMs: number, form: WireForm): Answer {
  const hasEnded = nowMs >= task.endsAtMs;
  const isRunning = nowMs >= task.runsAtMs;
  const changedAtMs = hasEnded ? task.endsAtMs : isRunning ? task.runsAtMs : task.madeAtMs;
  const status = hasEnded ? task.outcome : isRunning ? "in_progress" : "in_queue";
  const wire = {
    id: task.id,
    ...(form.echoesId && { external_task_id: task.externalTaskId }),
    status,
    ...(form.isTimed && {
      created_at: Math.floor(task.madeAtMs),
      updated_at: Math.floor(changedAtMs),
    }),
    ...(status === "completed" && {
      output: [{ content: [{ type: "video", url: form.clipUrl(task), duration: "5" }] }],
      usage: { cost: task.cost, discount: 1 },
    }),
    ...(status === "failed" && { error: FAILURE }),
  };
  const wrapped = { data: wire, status: { code: 200, message: "success" } };
  return { status: 200, body: form.isWrapped ? wrapped : wire, retryAfterSeconds: null };
}

/** A completed task of another account, with another external id. */
export function foreignTask(form: WireForm): Answer {
  const task: LedgerTask = {
    id: "task-of-another",
    externalTaskId: "of-another",
    prompt: "",
    mode: "std",
    madeAtMs: 0,
    readableAtMs: 0,
    runsAtMs: 0,
    endsAtMs: 0,
    outcome: "completed",
    cost: "99.99",
    vanishesAtMs: null,
    wasReported: true,
  };
  return describeTask(task, 0, { ...form, echoesId: true, isTimed: false, isWrapped: false });
}

interface RefusalDetails {
  /** Kirin's business code. */
  code?: string | undefined;
  retryAfterSeconds?: number | null | undefined;
}

/** A refusal in Kirin's usual form. */
export function refusal(
  status: number,
  { code = CODES[status] ?? String(status), retryAfterSeconds = null }: RefusalDetails = {},
): Answer {
  const error = { code, message: `Refused with ${code}.` };
  return { status, body: { error }, retryAfterSeconds };
}

/** The parameters of a create that the fake uses. */
export function paramsOf(body: string): { externalTaskId: string; prompt: string; mode: string } {
  const value: unknown = JSON.parse(body);
  const input = isRecord(value) && Array.isArray(value.input) ? value.input[0] : null;
  const params = isRecord(input) && isRecord(input.params) ? input.params : {};
  return {
    externalTaskId: String(params.external_task_id),
    prompt: String(params.prompt),
    mode: String(params.mode ?? "std"),
  };
}
