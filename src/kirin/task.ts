/**
 * Every form in which Kirin answers about a task, parsed into one clean {@link Task}.
 * Source: the observed wire facts; what the reference page says wins.
 */
import { businessCode } from "./business-codes.ts";
import { isDecimalString } from "./decimal.ts";
import { RESULT_UNREADABLE_CODE } from "./error-codes.ts";
import { isRecord, type JsonRecord, without } from "./json.ts";
import { findReason, parseRefusal, type Refusal, wrappedRefusal } from "./refusal.ts";
import { statusOfWord, type TaskStatus } from "./task-status.ts";
import { toIsoTime } from "./time.ts";
import { readUsage, type TaskUsage } from "./usage.ts";

/** One video of a completed task. */
export interface TaskClip {
  /** Where the bytes are; absolute http(s). It may expire. */
  url: string;
  /** As Kirin reports it, or null. */
  durationSeconds: number | null;
  id: string | null;
}

export interface TaskError {
  /** Kirin's code with its leading zeros, or null when the answer carries none. */
  code: string | null;
  /** The business code that stands further inside, where `code` is another one: it says what went wrong. */
  causeCode?: string;
  /** A sentence; the raw form, where it was another, is kept in `unknownFields`. */
  message: string;
}

export interface Task {
  id: string;
  externalTaskId: string | null;
  status: TaskStatus;
  /** Kirin's own word, as it came. */
  upstreamStatus: string;
  /** 0 to 1, or null when it is not reported. */
  progress: number | null;
  /** ISO 8601 or null. */
  createdAt: string | null;
  updatedAt: string | null;
  clips: TaskClip[];
  usage: TaskUsage | null;
  error: TaskError | null;
  metadata: JsonRecord | null;
  /** Fields of the answer that we have no name for. */
  unknownFields: JsonRecord;
}

/** An answer is a task, a refusal, or neither; `reason` says why it could not be read. */
export type TaskAnswer =
  | { kind: "task"; task: Task }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "unreadable"; reason: "not-an-object" | "no-id" | "no-status" };

const KNOWN_FIELDS = [
  "id",
  "task_id",
  "external_task_id",
  "external_id",
  "status",
  "progress",
  "created_at",
  "updated_at",
  "output",
  "usage",
  "error",
  "metadata",
] as const;

/** Reads any JSON value as an answer about a task. Never throws. */
export function parseTaskAnswer(answer: unknown): TaskAnswer {
  if (!isRecord(answer)) return { kind: "unreadable", reason: "not-an-object" };
  const isBare = isTask(answer);
  const body = !isBare && isRecord(answer.data) ? answer.data : answer;
  const id = idOf(body);
  const word = typeof body.status === "string" ? body.status : "";
  const isWhole = id !== null && word.trim() !== "";
  const refusal = isBare ? null : wrappedRefusal(answer);
  // A wrapper may repeat the failure of the task inside; then the task itself tells the end.
  if (refusal && !(isWhole && statusOfWord(word) === "failed")) return { kind: "refused", refusal };
  if (isWhole) return { kind: "task", task: readTask(body, { id, word, wrapper: answer }) };
  const named = parseRefusal(answer);
  const isKnown = businessCode(named.code) !== undefined;
  if (isKnown || (id === null && (named.message !== null || named.code !== null))) {
    return { kind: "refused", refusal: named };
  }
  return { kind: "unreadable", reason: id === null ? "no-id" : "no-status" };
}

interface TaskWords {
  id: string;
  /** Kirin's word for the status. */
  word: string;
  /** The answer that the task came in; the same as the task where it came bare. */
  wrapper: JsonRecord;
}

function readTask(body: JsonRecord, { id, word, wrapper }: TaskWords): Task {
  const reported = statusOfWord(word);
  const clips = reported === "completed" ? readClips(body.output) : [];
  const isUnreadable = reported === "completed" && clips.length === 0;
  const status = isUnreadable ? "failed" : reported;
  // The reference page gives usage only to completed tasks; one that completed without a result may still cost.
  const usage = reported === "completed" ? readUsage(body.usage, body.billing) : null;
  const error = reported === "failed" ? readError(body, wrapper) : null;
  const isReworded = error !== null && !isToldAsItIs(body.error, error);
  return {
    id,
    externalTaskId: textOf(body.external_task_id) ?? textOf(body.external_id),
    status,
    upstreamStatus: word,
    progress: readProgress(body.progress),
    createdAt: toIsoTime(body.created_at),
    updatedAt: toIsoTime(body.updated_at),
    clips,
    usage,
    error: isUnreadable
      ? { code: RESULT_UNREADABLE_CODE, message: "The task completed without a clip." }
      : error,
    metadata: isRecord(body.metadata) ? body.metadata : null,
    unknownFields: {
      // A bill that was read stands in `usage`.
      ...without(body, usage === null ? KNOWN_FIELDS : [...KNOWN_FIELDS, "billing"]),
      ...(isReworded && { error: body.error }),
    },
  };
}

function isTask(body: JsonRecord): boolean {
  return idOf(body) !== null && typeof body.status === "string";
}

function idOf(body: JsonRecord): string | null {
  return textOf(body.id) ?? textOf(body.task_id);
}

function textOf(value: unknown): string | null {
  if (typeof value === "string" && value !== "") return value;
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : null;
}

/** A gateway that prints 17 digits sends a share that `parseJson` keeps as text. */
function readProgress(value: unknown): number | null {
  const share = typeof value === "string" && isDecimalString(value) ? Number(value) : value;
  return typeof share === "number" && share >= 0 && share <= 1 ? share : null;
}

const VIDEO_TYPES = new Set(["video", "video_url"]);

function readClips(output: unknown): TaskClip[] {
  if (!Array.isArray(output)) return [];
  return output
    .flatMap((item: unknown) =>
      isRecord(item) && Array.isArray(item.content) ? item.content : [item],
    )
    .flatMap((content: unknown) => {
      if (!isRecord(content) || !VIDEO_TYPES.has(String(content.type))) return [];
      const url = content.url;
      if (typeof url !== "string" || !/^https?:\/\/[^\s/]/i.test(url)) return [];
      return [{ url, durationSeconds: readSeconds(content.duration), id: textOf(content.id) }];
    });
}

function readSeconds(value: unknown): number | null {
  const text = textOf(value) ?? (typeof value === "number" ? String(value) : null);
  if (text === null || !isDecimalString(text)) return null;
  const seconds = Number(text);
  return seconds > 0 && Number.isFinite(seconds) ? seconds : null;
}

/** Why a task failed, wherever it stands: `error` first, then the task's own words, then those of its wrapper. */
function readError(body: JsonRecord, wrapper: JsonRecord): TaskError {
  const { data: _task, ...around } = wrapper;
  const { code, firstCode, message } = findReason(body, body === wrapper ? null : around);
  return {
    code: firstCode,
    ...(code !== firstCode && code !== null && { causeCode: code }),
    message: message ?? "Kirin gave no reason.",
  };
}

/** Whether everything that `error` holds is shown already. */
function isToldAsItIs(raw: unknown, { code, message }: TaskError): boolean {
  if (raw === undefined || raw === null || raw === message) return true;
  if (!isRecord(raw)) return false;
  const shown = new Set([code, message]);
  return Object.values(raw).every((value) => shown.has(textOf(value)));
}
