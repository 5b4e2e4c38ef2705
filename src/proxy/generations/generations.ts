/** Creates and reads tasks and quotes prices. */

import type { QuoteAnswer } from "#contract/quote.ts";
import { CREATE_PATH, PRECHARGE_PATH, taskPath } from "#kirin/endpoints.ts";
import { parseQuote } from "#kirin/quote.ts";
import { type KirinRequest, toWireRequest } from "#kirin/request.ts";
import type { Task } from "#kirin/task.ts";
import type { ProxySettings } from "#proxy/options.ts";
import { failed, type Result } from "#proxy/responses/failure.ts";
import { clientLeft, type Outcome, type Scope } from "#proxy/scope.ts";
import { STOPPING } from "#proxy/stopping.ts";
import { callUpstream, type UpstreamReply } from "#proxy/upstream/upstream-call.ts";
import { taskKey } from "#proxy/upstream/usable-key.ts";
import { readRequestBody } from "./request-body.ts";
import { isUsableTaskId } from "./task-id.ts";
import { isTransientFailure, readTaskReply } from "./task-reply.ts";
import { toGeneration } from "./to-generation.ts";

/** `POST /api/generations`: sends one create once, and finishes it even if the browser disconnects. */
export async function createGeneration(scope: Scope, request: Request): Promise<Outcome> {
  const body = await readRequestBody(request);
  if (!body.ok) return { kind: "failure", failure: body.failure };
  // Nothing has been sent yet, and the shutdown would not wait for a create sent now.
  if (scope.isStopping()) return { kind: "failure", failure: STOPPING };
  const creating = create(scope, body.value);
  scope.waitUntil(creating);
  return creating;
}

async function create(scope: Scope, request: KirinRequest): Promise<Outcome> {
  const { proxy, requestId, owner } = scope;
  const ownId = request.external_task_id;
  const externalId = ownId && owner ? await owner.externalIdOf(ownId) : ownId;
  // A read that began before the create may miss the task, so later readers must not share its result.
  const retireRead = () => {
    if (externalId !== undefined) proxy.reads.retire(readKey(scope, externalId));
  };
  retireRead();
  const reply = await callUpstream(proxy, {
    purpose: "create",
    path: CREATE_PATH,
    body: toWireRequest(
      externalId === undefined ? request : { ...request, external_task_id: externalId },
    ),
    timeoutMs: proxy.limits.createTimeoutMs,
    requestId,
  });
  retireRead();
  const task = readTaskReply(reply, "create");
  if (!task.ok) return { kind: "failure", failure: task.failure };
  rememberClips(proxy, task.value);
  const value = await toGeneration(task.value, ownId, owner);
  return { kind: "json", status: 201, value };
}

/** `GET /api/generations/{id}`. A client that disconnects stops waiting for the read. */
export async function readGeneration(
  scope: Scope,
  id: string,
  leaving: AbortSignal,
): Promise<Outcome> {
  const maxAgeMs = scope.proxy.limits.pollShareMs;
  const task = await readTask(scope, await kirinIdOf(scope, id), { leaving, maxAgeMs });
  if (leaving.aborted) return clientLeft();
  if (!task.ok) return { kind: "failure", failure: task.failure };
  return { kind: "json", status: 200, value: await toGeneration(task.value, id, scope.owner) };
}

/** The id at Kirin for an id in a request. A member's ids are not Kirin's. */
export async function kirinIdOf({ owner }: Scope, id: string): Promise<string> {
  return owner && isUsableTaskId(id) ? owner.resolve(id) : id;
}

/**
 * Reads a task by its id at Kirin, sharing the call with concurrent readers of the same task, and caches its clip URLs. When
 * `leaving` aborts, it returns at once and the result must be ignored. `maxAgeMs` is how old the answer may be.
 */
export async function readTask(
  scope: Scope,
  id: string,
  { leaving, maxAgeMs = 0 }: { leaving: AbortSignal; maxAgeMs?: number },
): Promise<Result<Task>> {
  const { proxy, requestId } = scope;
  if (!isUsableTaskId(id)) return failed({ code: "task-not-found" });
  const key = taskKey(proxy.upstream, id);
  const wanted = { key: readKey(scope, id), leaving, maxAgeMs };
  const task = await proxy.reads.read(wanted, async (signal) => {
    const reply = await callUpstream(proxy, {
      purpose: "read",
      path: taskPath(id),
      timeoutMs: proxy.limits.readTimeoutMs,
      requestId,
      signal,
      shouldRepeat: isTransientFailure,
    });
    const task = readTaskReply(reply, "read");
    if (task.ok) {
      rememberClips(proxy, task.value);
      proxy.clipUrlCache.set(key, task.value.clips);
    }
    return task;
  });
  return task ?? failed({ code: "upstream-reset" });
}

/** Reads are shared by base URL, API key and id, and never with another member. */
function readKey({ proxy, session }: Scope, id: string): string {
  return JSON.stringify([taskKey(proxy.upstream, id), session?.member]);
}

function rememberClips({ upstream, clipUrlCache }: ProxySettings, { id, clips }: Task): void {
  clipUrlCache.set(taskKey(upstream, id), clips);
}

function quoteIn(reply: UpstreamReply): QuoteAnswer | null {
  const isSuccess = reply.kind === "answer" && reply.status >= 200 && reply.status <= 299;
  return isSuccess && reply.body.ok ? parseQuote(reply.body.value) : null;
}

const NO_QUOTE: QuoteAnswer = { cost: null, currency: "USD", discount: null };

/** `POST /api/quotes`: the price of a create. Some gateways have no prices, which is not a failure. */
export async function quoteGeneration(scope: Scope, request: Request): Promise<Outcome> {
  const body = await readRequestBody(request);
  if (!body.ok) return { kind: "failure", failure: body.failure };
  const { proxy, requestId } = scope;
  const reply = await callUpstream(proxy, {
    purpose: "quote",
    path: PRECHARGE_PATH,
    body: toWireRequest(body.value),
    timeoutMs: proxy.limits.readTimeoutMs,
    requestId,
    // A quote has no side effects, so it is safe to retry.
    shouldRepeat: (reply) => quoteIn(reply) === null && isTransientFailure(reply),
  });
  const quote = quoteIn(reply);
  return { kind: "json", status: 200, value: quote ?? NO_QUOTE };
}
