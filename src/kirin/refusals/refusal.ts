/**
 * Finds the code and the reason of a refusal or failure in every form that Kirin and gateways use: bare, under
 * `error` or `status`, or as JSON inside a string, several levels deep.
 */

import { isRecord, type JsonRecord } from "#kirin/values/json.ts";
import { businessCode } from "./business-codes.ts";

export interface Refusal {
  /**
   * The business code if there is one at any level, else the first code that is not a success (`401`,
   * `002014095`), or null.
   */
  code: string | null;
  /** A sentence, never JSON or "success", or null. */
  message: string | null;
}

/** A refusal with additional details. */
export interface Reason extends Refusal {
  /** The first code that is not a success, whether or not it is a business code. */
  firstCode: string | null;
  /** The first `retry_after` as reported: seconds or a date. */
  retryAfter: string | null;
}

/** Codes that mean success, as numbers or strings. */
const SUCCESS_CODES = new Set(["0", "200"]);

/** Keys of nested objects with their own code and message. Inner ones are more specific. */
const INNER_KEYS = ["status", "error"] as const;
/** Keys with the reason of a failed task. */
const TASK_TEXT_KEYS = ["task_status_msg", "fail_reason"] as const;
/** Keys with a message, the more specific first. */
const TEXT_KEYS = ["error_message", ...TASK_TEXT_KEYS, "message", "msg", "detail"] as const;

/** Texts that carry no reason. */
const NO_REASON = /^(?:succe(?:ed|eded|ss|ssful)|ok|done|null|none|undefined)?[.!]?$/i;

/** Deeper than any real response. */
const MAX_DEPTH = 16;
const MAX_ITEMS = 20;

interface Findings {
  codes: string[];
  messages: string[];
  retryAfters: string[];
}

/** Finds code and message in any JSON value. Never throws; both are null when nothing is found. */
export function parseRefusal(body: unknown): Refusal {
  const { code, message } = findReason(body);
  return { code, message };
}

/**
 * Like {@link parseRefusal}, with details and over several values, where earlier ones take precedence. Linear
 * time.
 */
export function findReason(...values: readonly unknown[]): Reason {
  const found: Findings = { codes: [], messages: [], retryAfters: [] };
  for (const value of values) collect(value, found, 0);
  const firstCode = found.codes[0] ?? null;
  return {
    code: found.codes.find((code) => businessCode(code) !== undefined) ?? firstCode,
    message: found.messages[0] ?? null,
    firstCode,
    retryAfter: found.retryAfters[0] ?? null,
  };
}

/** Whether a wrapper's `status.code` means success. */
export function isSuccessCode(code: unknown): boolean {
  return SUCCESS_CODES.has(textOf(code) ?? "");
}

/** The refusal in a `{data, status: {code}}` or `{data, code}` wrapper without a success code, or null. */
export function wrappedRefusal(body: JsonRecord): Refusal | null {
  const code = isRecord(body.status) ? body.status.code : "data" in body ? body.code : null;
  return textOf(code) === null || isSuccessCode(code) ? null : parseRefusal(without(body));
}

/** Drops the task, whose messages do not belong to the wrapper. */
function without({ data: _task, ...wrapper }: JsonRecord): JsonRecord {
  return wrapper;
}

function collect(value: unknown, found: Findings, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (typeof value === "string") collectText(value, found, depth);
  else if (isRecord(value)) collectRecord(value, found, depth);
  else if (Array.isArray(value)) {
    for (const item of value.slice(0, MAX_ITEMS)) collect(item, found, depth + 1);
  }
}

function collectRecord(value: JsonRecord, found: Findings, depth: number): void {
  for (const key of INNER_KEYS) {
    // A task's `status` is a status word, not a reason.
    if (key !== "status" || isRecord(value[key])) collect(value[key], found, depth + 1);
  }
  const retryAfter = textOf(value.retry_after);
  if (retryAfter !== null) found.retryAfters.push(retryAfter);
  const code = textOf(value.code);
  // Ignore the message of a success code: failed tasks may contain `{code: 0, message: "SUCCEED"}`.
  const isSuccess = isSuccessCode(code);
  if (code !== null && !isSuccess) found.codes.push(code);
  for (const key of isSuccess ? TASK_TEXT_KEYS : TEXT_KEYS) collect(value[key], found, depth + 1);
}

function collectText(value: string, found: Findings, depth: number): void {
  const text = value.trim();
  if (NO_REASON.test(text)) return;
  const json = findJson(text);
  if (json === null) {
    // Truncated JSON is not a readable message.
    if (!/^"?[[{]\s*\\?["{[]/.test(text)) found.messages.push(text);
    return;
  }
  const before = found.messages.length;
  collect(json.value, found, depth + 1);
  // A sentence may quote JSON without a reason in it. JSON alone is not a readable message.
  const isAlone = json.start === 0 || text.startsWith("[");
  if (found.messages.length === before && !isAlone) found.messages.push(text);
}

const CLOSING = { '"': '"', "{": "}", "[": "]" } as const;

/**
 * The JSON inside a text: an object, a list of objects, or the whole text as a JSON string. Null when there is
 * none.
 */
function findJson(text: string): { value: unknown; start: number } | null {
  const isQuoted = text.startsWith('"');
  for (const opening of isQuoted ? (['"'] as const) : (["{", "["] as const)) {
    const start = text.indexOf(opening);
    const end = text.lastIndexOf(CLOSING[opening]);
    if (start === -1 || (isQuoted && end < text.length - 1)) continue;
    try {
      const value: unknown = JSON.parse(text.slice(start, end + 1));
      const isUsable = Array.isArray(value) ? value.some(isRecord) : true;
      if (isUsable) return { value, start };
    } catch {
      // The JSON may start at the other bracket.
    }
  }
  return null;
}

function textOf(value: unknown): string | null {
  if (Number.isFinite(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
