/** POST routes to create a task and to quote its price. */
import { randomBytes } from "node:crypto";
import { businessCode, PARALLEL_LIMIT_CODE } from "#kirin/refusals/business-codes.ts";
import { type KirinRequest, parseWireRequest, resolveRequest } from "#kirin/request.ts";
import { priceOf } from "#simulator/tasks/prices.ts";
import { newRecord, type TaskRecord } from "#simulator/tasks/task-record.ts";
import { faultIn, type RefusalEffect } from "../injected-faults.ts";
import { describeIssues } from "./describe-issues.ts";
import { garbledAnswer } from "./garbled-answer.ts";
import { readJsonBody } from "./json-body.ts";
import { ownerOf } from "./owner.ts";
import { refusalAnswer } from "./refusal-answer.ts";
import { Refused } from "./refuse.ts";
import type { Service } from "./service.ts";
import { taskResponse } from "./task-response.ts";

/** Retry delay when all slots are in use, in seconds: about the time of a short clip. */
const SLOT_WAIT_SECONDS = 3;

export async function create(request: Request, service: Service): Promise<Response> {
  const owner = ownerOf(request);
  const params = await readRequest(request);
  const refusal = refusalFor(owner, params.prompt, service);
  if (refusal) {
    return refusalAnswer(refusal, faultIn(params.prompt, "refusal-form")?.form ?? refusal.form);
  }

  // No await between these checks and the reservation in `store.create`, so that two concurrent creates cannot
  // use the same external id.
  const { store } = service;
  const externalId = params.external_task_id;
  const existing = externalId === undefined ? undefined : store.idOfExternal(owner, externalId);
  if (existing !== undefined) {
    throw new Refused(
      409,
      `external_task_id "${externalId}" is used already, by task ${existing}.`,
    );
  }
  if (store.countUnfinished(owner, takesSlot) >= service.parallelLimit) {
    throw new Refused(429, businessCode(PARALLEL_LIMIT_CODE)?.description ?? "", {
      code: Number(PARALLEL_LIMIT_CODE),
      headers: { "Retry-After": String(SLOT_WAIT_SECONDS) },
    });
  }
  const record = newRecord({
    id: `task-${randomBytes(12).toString("hex")}`,
    owner,
    request: params,
    createdAt: service.clock.now(),
    take: store.countTakes(owner, params),
  });
  await store.create(record);
  service.runner.run(record);

  const garble = faultIn(params.prompt, "garble");
  if (garble) {
    const gone = AbortSignal.any([request.signal, service.signal]);
    return garbledAnswer(garble.answer, service.clock, gone);
  }
  return taskResponse(record, request, service);
}

/** Quotes a price without creating a task. */
export async function precharge(request: Request): Promise<Response> {
  ownerOf(request);
  const { cost, discount, quantity, unitPrice } = priceOf(
    resolveRequest(await readRequest(request)),
  );
  return Response.json({
    status: "success",
    data: { cost, currency: "USD", discount, quantity, unit_price: unitPrice },
  });
}

async function readRequest(request: Request): Promise<KirinRequest> {
  const parsed = parseWireRequest(await readJsonBody(request));
  if (!parsed.ok) throw new Refused(400, describeIssues(parsed.issues));
  return parsed.request;
}

/**
 * Whether a task counts against the parallel limit. A task that never ends does not, because a few of them would use up
 * all slots for good.
 */
function takesSlot(record: TaskRecord): boolean {
  return faultIn(record.request.prompt, "never-ends") === undefined;
}

function refusalFor(owner: string, prompt: string, service: Service): RefusalEffect | undefined {
  const refusal = faultIn(prompt, "refuse");
  if (!refusal?.once) return refusal;
  const key = `${owner} ${prompt}`;
  if (service.refusedOnce.has(key)) return undefined;
  service.refusedOnce.add(key);
  return refusal;
}
