/** Responses with a task. */
import type { TaskRecord } from "#simulator/tasks/task-record.ts";
import { toWireTask } from "../wire-task.ts";
import type { Service } from "./service.ts";

/**
 * The task in the bare form, with its clip under the origin of the request. `error` is an object, as
 * documented. The platform's command-line client (`X-Source: cli`) only reads a string there, and would poll a
 * failed task until its timeout, so it gets a string.
 */
export function taskResponse(record: TaskRecord, request: Request, service: Service): Response {
  const task = toWireTask(record, {
    baseUrl: new URL(request.url).origin,
    progress: service.runner.progressOf(record.id),
  });
  const isPlain = request.headers.get("X-Source") === "cli";
  return Response.json(
    isPlain && record.state === "failed"
      ? { ...task, error: `${record.error.code}: ${record.error.message}` }
      : task,
    { headers: { "Cache-Control": "no-store" } },
  );
}
