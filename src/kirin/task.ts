/**
 * Parses every form of Kirin's task responses into a {@link Task}. Sources: the reference page, which takes
 * precedence, and the observed wire facts.
 */
import { businessCode } from "./refusals/business-codes.ts";
import { RESULT_UNREADABLE_CODE } from "./refusals/error-codes.ts";
import { findReason, parseRefusal, type Refusal, wrappedRefusal } from "./refusals/refusal.ts";
import { statusOfWord, type TaskStatus } from "./task-status.ts";
import { readUsage, type TaskUsage } from "./usage.ts";
import { isDecimalString } from "./values/decimal.ts";
import { isRecord, type JsonRecord, without } from "./values/json.ts";
import { toIsoTime } from "./values/time.ts";

/** One video of a completed task. */
export interface TaskClip {
  /** Absolute http(s) URL of the bytes. It may expire. */
  url: string;
  /** As reported by Kirin, or null. */
  durationSeconds: number | null;
  id: string | null;
}

export interface TaskError {
  /** Kirin's code with its leading zeros, or null. */
  code: string | null;
  /** A business code at a deeper level, if it differs from `code`. It is the more specific reason. */
  causeCode?: string;
  /** A sentence. If it was extracted from another form, `unknownFields` has the raw error. */
  message: string;
}

export interface Task {
  id: string;
  externalTaskId: string | null;
  status: TaskStatus;
  /** Kirin's own status word, unchanged. */
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
  /** Response fields that this parser does not know. */
  unknownFields: JsonRecord;
}

/** The result of parsing: a task, a refusal, or unreadable with a `reason`. */
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

/** Parses any JSON value as a task response. Never throws. */
export function parseTaskAnswer(answer: unknown): TaskAnswer {
  if (!isRecord(answer)) return { kind: "unreadable", reason: "not-an-object" };
  const isBare = isTask(answer);
  const body = !isBare && isRecord(answer.data) ? answer.data : answer;
  const id = idOf(body);
  const word = typeof body.status === "string" ? body.status : "";
  const isWhole = id !== null && word.trim() !== "";
  const refusal = isBare ? null : wrappedRefusal(answer);
  // A wrapper may repeat the failure of the task inside; then the task decides.
  if (refusal && !(isWhole && statusOfWord(word) === "failed")) return { kind: "refused", refusal };
  if (isWhole) return { kind: "task", task: readTask(body, { id, word, wrapper: answer }) };
  const found = parseRefusal(answer);
  const isKnown = businessCode(found.code) !== undefined;
  if (isKnown || (id === null && (found.message !== null || found.code !== null))) {
    return { kind: "refused", refusal: found };
  }
  return { kind: "unreadable", reason: id === null ? "no-id" : "no-status" };
}

interface TaskParts {
  id: string;
  word: string;
  /** The response around the task; the task itself if it was not wrapped. */
  wrapper: JsonRecord;
}

function readTask(body: JsonRecord, { id, word, wrapper }: TaskParts): Task {
  const reported = statusOfWord(word);
  const clips = reported === "completed" ? readClips(body.output) : [];
  const isUnreadable = reported === "completed" && clips.length === 0;
  const status = isUnreadable ? "failed" : reported;
  // By the reference page only completed tasks have usage. A task that completed without a result may still
  // cost money.
  const usage = reported === "completed" ? readUsage(body.usage, body.billing) : null;
  const error = reported === "failed" ? readError(body, wrapper) : null;
  const isReworded = error !== null && !isFullyReported(body.error, error);
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
      // `usage` already includes the parsed billing.
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

/** `parseJson` returns a progress of 17 digits as a string. */
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

/** Why a task failed: from `error`, else from the task's messages, else from the wrapper's. */
function readError(body: JsonRecord, wrapper: JsonRecord): TaskError {
  const { data: _task, ...around } = wrapper;
  const { code, firstCode, message } = findReason(body, around);
  return {
    code: firstCode,
    ...(code !== firstCode && code !== null && { causeCode: code }),
    message: message ?? "Kirin gave no reason.",
  };
}

/** Whether code and message contain everything that the raw error has. */
function isFullyReported(raw: unknown, { code, message }: TaskError): boolean {
  if (raw === undefined || raw === null || raw === message) return true;
  if (!isRecord(raw)) return false;
  const shown = new Set([code, message]);
  return Object.values(raw).every((value) => shown.has(textOf(value)));
}
