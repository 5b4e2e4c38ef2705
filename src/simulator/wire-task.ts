/**
 * Converts a task to Kirin's wire format, in the bare form with `id` at the top level. The platform's
 * command-line client requires these types: `created_at` an integer, `progress` a number, `duration` a string,
 * `usage.quantity` an integer, `usage.unit_price` a string.
 */
import { MODEL_ID } from "#kirin/parameters.ts";
import { resolveRequest } from "#kirin/request.ts";
import { clipPath } from "./clips/clip-path.ts";
import { faultIn } from "./injected-faults.ts";
import type { CompletedRecord, FailedRecord, TaskRecord } from "./tasks/task-record.ts";

/** Values that are not part of the record. */
export interface WireContext {
  /** Origin under which the reader can fetch the clip. */
  baseUrl: string;
  /** 0 to 1; only used while the task is in progress. */
  progress: number;
}

/** The task as returned by a read and posted to a callback. */
export function toWireTask(record: TaskRecord, { baseUrl, progress }: WireContext) {
  const { request } = record;
  return {
    id: record.id,
    ...(request.external_task_id === undefined
      ? {}
      : { external_task_id: request.external_task_id }),
    model: MODEL_ID,
    status: record.state,
    progress: record.state === "in_progress" ? progress : record.state === "completed" ? 1 : 0,
    created_at: unixSeconds(record.createdAt),
    updated_at: unixSeconds(lastChange(record)),
    ...(record.state === "completed" ? completion(record, baseUrl) : {}),
    ...(record.state === "failed" ? failure(record) : {}),
  };
}

function failure({ error, request }: FailedRecord) {
  return faultIn(request.prompt, "fail")?.isElsewhere
    ? { error: { code: 0, message: "SUCCEED" }, task_status_msg: error.message }
    : { error: { code: error.code, error_message: error.message } };
}

function completion(record: CompletedRecord, baseUrl: string) {
  const resolved = resolveRequest(record.request);
  const { cost, discount, quantity, unitPrice } = record.usage;
  const clip = {
    type: "video",
    url: `${baseUrl}${clipPath(record.clip.token)}`,
    duration: String(resolved.durationSeconds),
  };
  return {
    output: faultIn(record.request.prompt, "no-clip") ? [] : [{ content: [clip] }],
    usage: { cost, discount, quantity, unit_price: unitPrice },
    metadata: {
      simulated: true,
      mode: resolved.mode,
      aspect_ratio: resolved.aspectRatio,
      sound: resolved.sound ? "on" : "off",
      bytes: record.clip.bytes,
      queue_ms: record.startedAt - record.createdAt,
      render_ms: record.endedAt - record.startedAt,
    },
  };
}

function lastChange(record: TaskRecord): number {
  switch (record.state) {
    case "in_queue":
      return record.createdAt;
    case "in_progress":
      return record.startedAt;
    default:
      return record.endedAt;
  }
}

function unixSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
