/** Renders one task. */
import { randomBytes } from "node:crypto";
import { INTERNAL_ERROR_CODE } from "#kirin/refusals/error-codes.ts";
import { resolveRequest } from "#kirin/request.ts";
import { type ClipRenderer, RENDER_FAILURES } from "#simulator/clip-renderer.ts";
import type { Clock } from "#simulator/clock.ts";
import type { Disk } from "#simulator/disk/disk.ts";
import { StorageFault } from "#simulator/disk/storage-fault.ts";
import { faultIn } from "#simulator/injected-faults.ts";
import { priceOf } from "./prices.ts";
import type { ProgressBoard } from "./progress-board.ts";
import type { EndedRecord, FailedRecord, UnfinishedRecord } from "./task-record.ts";

/** Time until an injected failure, in milliseconds at speed 1. */
const FAILURE_AFTER_MS = 600;

/** Dependencies of rendering. */
export interface RenderContext {
  renderer: ClipRenderer;
  disk: Disk;
  clock: Clock;
  /** Below 1, the rendering time is stretched by the factor 1/speed. */
  speed: number;
  progress: ProgressBoard;
  clipFile: (id: string) => string;
  report: (sentence: string) => void;
}

type BegunRecord = Extract<UnfinishedRecord, { state: "in_progress" }>;

/**
 * Renders a task's clip and resolves to the ended task. Rejects only when the signal aborts; the task has not
 * ended then and is rendered again at the next start.
 */
export async function renderTask(
  record: BegunRecord,
  context: RenderContext,
  signal: AbortSignal,
): Promise<EndedRecord> {
  const { clock, speed, progress } = context;
  signal.throwIfAborted();
  const fault = faultIn(record.request.prompt, "fail");
  if (fault) {
    progress.ramp(record.id, (FAILURE_AFTER_MS * 2) / speed);
    await clock.sleep(FAILURE_AFTER_MS / speed, signal);
    return failedRecord(record, fault, clock.now());
  }
  try {
    const bytes = await renderClip(record, context, signal);
    return {
      ...record,
      state: "completed",
      endedAt: Math.max(clock.now(), record.startedAt),
      callbackDue: record.request.callback_url !== undefined,
      clip: { token: randomBytes(24).toString("base64url"), bytes },
      usage: priceOf(resolveRequest(record.request)),
    };
  } catch (error) {
    signal.throwIfAborted();
    context.report(`Task ${record.id} could not be rendered: ${String(error)}`);
    return failedRecord(
      record,
      { code: INTERNAL_ERROR_CODE, message: sentenceOf(error) },
      clock.now(),
    );
  }
}

/** A record of a failed task. Failed tasks are not charged. */
export function failedRecord(
  record: UnfinishedRecord | EndedRecord,
  { code, message }: { code: string; message: string },
  now: number,
): FailedRecord {
  const startedAt = record.state === "in_queue" ? null : record.startedAt;
  return {
    version: record.version,
    id: record.id,
    owner: record.owner,
    request: record.request,
    createdAt: record.createdAt,
    take: record.take,
    state: "failed",
    startedAt,
    endedAt: Math.max(now, startedAt ?? record.createdAt),
    callbackDue: record.request.callback_url !== undefined,
    error: { code, message },
  };
}

/** The error of a task whose storage failed. */
export function storageFailure(error: unknown): { code: string; message: string } {
  return { code: INTERNAL_ERROR_CODE, message: sentenceOf(error) };
}

async function renderClip(
  record: BegunRecord,
  context: RenderContext,
  signal: AbortSignal,
): Promise<number> {
  const { renderer, disk, clock, speed, progress } = context;
  const outFile = context.clipFile(record.id);
  const share = Math.min(speed, 1);
  const start = clock.now();
  await renderer.render({
    request: { ...resolveRequest(record.request), take: record.take },
    outFile,
    signal,
    onProgress: (part) => progress.set(record.id, part * share),
  });
  await disk.sync(outFile);
  const bytes = await disk.size(outFile);
  if (bytes === null || bytes === 0) throw new Error("The renderer wrote no clip.");
  if (share < 1) {
    const rest = (clock.now() - start) * (1 / share - 1);
    progress.ramp(record.id, rest);
    await clock.sleep(rest, signal);
  }
  return bytes;
}

function sentenceOf(error: unknown): string {
  if (error instanceof StorageFault) return `${error.message} Nothing was charged.`;
  const reason: unknown = error instanceof Error && "reason" in error ? error.reason : undefined;
  const sentence = typeof reason === "string" ? RENDER_FAILURES[reason] : undefined;
  return sentence ?? "The renderer could not make this clip. Nothing was charged.";
}
