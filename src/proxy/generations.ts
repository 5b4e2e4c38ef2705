/** Creating a task and reading it. */

import type { QuoteAnswer } from "#contract/quote.ts";
import { CREATE_PATH, PRECHARGE_PATH, taskPath } from "#kirin/endpoints.ts";
import { parseQuote } from "#kirin/quote.ts";
import { type KirinRequest, toWireRequest } from "#kirin/request.ts";
import type { Task } from "#kirin/task.ts";
import { failed, type Result } from "./failure.ts";
import { readRequestBody } from "./request-body.ts";
import type { Outcome, Scope } from "./scope.ts";
import { STOPPING } from "./stopping.ts";
import { isUsableTaskId } from "./task-id.ts";
import { readTaskReply } from "./task-reply.ts";
import { toGeneration } from "./to-generation.ts";
import { callUpstream } from "./upstream-call.ts";

/** `POST /api/generations`: one create, sent once, and waited for even if the browser leaves. */
export async function createGeneration(scope: Scope, request: Request): Promise<Outcome> {
  const body = await readRequestBody(request);
  if (!body.ok) return { kind: "failure", failure: body.failure };
  // Nothing has left yet, and what leaves now might not be waited for.
  if (scope.isStopping()) return { kind: "failure", failure: STOPPING };
  const creating = create(scope, body.value);
  scope.keepGoing(creating);
  return creating;
}

async function create(scope: Scope, request: KirinRequest): Promise<Outcome> {
  const { proxy, requestId } = scope;
  const reply = await callUpstream(proxy, {
    path: CREATE_PATH,
    body: toWireRequest(request),
    timeoutMs: proxy.limits.createTimeoutMs,
    requestId,
  });
  const task = readTaskReply(reply, "create");
  if (!task.ok) return { kind: "failure", failure: task.failure };
  const value = toGeneration(task.value, request.external_task_id);
  return { kind: "json", status: 201, value };
}

/** `GET /api/generations/{id}`. */
export async function readGeneration(scope: Scope, id: string): Promise<Outcome> {
  const task = await readTask(scope, id);
  if (!task.ok) return { kind: "failure", failure: task.failure };
  return { kind: "json", status: 200, value: toGeneration(task.value, id) };
}

/** Asks Kirin after a task. */
export async function readTask({ proxy, requestId }: Scope, id: string): Promise<Result<Task>> {
  if (!isUsableTaskId(id)) return failed({ code: "task-not-found" });
  const timeoutMs = proxy.limits.readTimeoutMs;
  const reply = await callUpstream(proxy, { path: taskPath(id), timeoutMs, requestId });
  return readTaskReply(reply, "read");
}

const NO_QUOTE: QuoteAnswer = { cost: null, currency: "USD", discount: null };

/** `POST /api/quotes`: what a create would cost. Not every gateway can say; that is no failure. */
export async function quoteGeneration(scope: Scope, request: Request): Promise<Outcome> {
  const body = await readRequestBody(request);
  if (!body.ok) return { kind: "failure", failure: body.failure };
  const { proxy, requestId } = scope;
  const reply = await callUpstream(proxy, {
    path: PRECHARGE_PATH,
    body: toWireRequest(body.value),
    timeoutMs: proxy.limits.readTimeoutMs,
    requestId,
  });
  const isSuccess = reply.kind === "answer" && reply.status >= 200 && reply.status <= 299;
  const quote = isSuccess && reply.body.ok ? parseQuote(reply.body.value) : null;
  return { kind: "json", status: 200, value: quote ?? NO_QUOTE };
}
