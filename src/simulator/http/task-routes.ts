/** GET routes for tasks, clips and the ledger. */
import { tokenOfFile } from "#simulator/clips/clip-path.ts";
import { clipResponse } from "#simulator/clips/clip-response.ts";
import { fileBody } from "#simulator/clips/file-body.ts";
import { ledgerOf } from "#simulator/tasks/ledger.ts";
import { isEnded, type TaskRecord } from "#simulator/tasks/task-record.ts";
import { faultIn } from "../injected-faults.ts";
import { brokenBody } from "./broken-body.ts";
import { ownerOf } from "./owner.ts";
import { Refused } from "./refuse.ts";
import type { Service } from "./service.ts";
import { taskResponse } from "./task-response.ts";

/** Reads a task by its id or `external_task_id`. Only its owner can read it. */
export function readTask(id: string, request: Request, service: Service): Response {
  const owner = ownerOf(request);
  const { store } = service;
  const own = store.get(id);
  const record = own?.owner === owner ? own : store.get(store.idOfExternal(owner, id) ?? "");
  if (record === undefined) throw new Refused(404, `There is no task "${id}".`);
  if (faultIn(record.request.prompt, "reads-fail") && !isEnded(record)) {
    throw new Refused(503, "Service unavailable.");
  }
  return taskResponse(record, request, service);
}

/** The charges of one key's tasks. */
export function readLedger(request: Request, { store }: Service): Response {
  const owner = ownerOf(request);
  return Response.json(ledgerOf(store.all().filter((record) => record.owner === owner)));
}

/** Serves the bytes of a clip. */
export async function readClip(
  file: string,
  request: Request,
  service: Service,
): Promise<Response> {
  const { store, disk } = service;
  const record = store.byClipToken(tokenOfFile(file));
  if (record?.state !== "completed") throw new Refused(404, "There is no such clip.");
  const gone = faultIn(record.request.prompt, "clip-gone");
  if (gone) throw new Refused(gone.status, "This clip's URL has expired.");
  const path = store.clipFile(record.id);
  const bytes = await disk.size(path);
  if (bytes === null) throw new Refused(410, "This clip is no longer kept.");
  const clip = { id: record.id, file: path, bytes, modifiedAt: record.endedAt };
  const response = clipResponse(request, clip);
  if (!breaksOff(record, request, service)) return response;
  const half = await new Response(fileBody(path, 0, Math.ceil(bytes / 2) - 1)).arrayBuffer();
  const left = AbortSignal.any([request.signal, service.signal]);
  const { status, headers } = response;
  return new Response(brokenBody(new Uint8Array(half), service.clock, left), { status, headers });
}

function breaksOff({ id, request }: TaskRecord, asked: Request, { brokenOnce }: Service): boolean {
  const isWhole = asked.method === "GET" && !asked.headers.has("Range");
  if (!isWhole || brokenOnce.has(id)) return false;
  if (!faultIn(request.prompt, "clip-breaks-once")) return false;
  brokenOnce.add(id);
  return true;
}
