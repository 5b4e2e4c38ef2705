/** Answers with a task. */
import type { TaskRecord } from "../task-record.ts";
import { toWireTask } from "../wire-task.ts";
import type { Service } from "./service.ts";

/**
 * The task in the bare form, its clip under the origin the reader came to. The page gives a failure's `error`
 * as an object, and so do we; but the platform's command-line client, which says `X-Source: cli`, reads only
 * a plain string there, and would otherwise poll a failed task until it gives up.
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
