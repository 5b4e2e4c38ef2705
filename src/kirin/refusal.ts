/**
 * Finds the code and the reason of a refusal or a failure, in any of the wrappings that Kirin and the gateways before it
 * use: bare, under `error` or `status`, and as JSON inside a string, several levels deep.
 */
import { businessCode } from "./business-codes.ts";
import { isRecord, type JsonRecord } from "./json.ts";

export interface Refusal {
  /** The business code if there is one anywhere, else the first code that is not a success (`401`, `002014095`), or null. */
  code: string | null;
  /** A sentence for a person, never JSON and never "success"; null when there is none. */
  message: string | null;
}

/** A refusal as it was found, with everything that stood in it. */
export interface Reason extends Refusal {
  /** The first code that is not a success, whether it is a business code or not. */
  firstCode: string | null;
  /** The first `retry_after`, as it came: seconds or a date. */
  retryAfter: string | null;
}

/** Codes that mean success; they come as numbers and as text. */
const SUCCESS_CODES = new Set(["0", "200"]);

/** Where a part of an answer may have code and words of its own. The inner ones are the more exact. */
const INNER_KEYS = ["status", "error"] as const;
/** Where a task says why it failed. */
const TASK_TEXT_KEYS = ["task_status_msg", "fail_reason"] as const;
/** Where the words of a reason stand, the more exact first. */
const TEXT_KEYS = ["error_message", ...TASK_TEXT_KEYS, "message", "msg", "detail"] as const;

/** Words that say that there is nothing to say. */
const NO_REASON = /^(?:succe(?:ed|eded|ss|ssful)|ok|done|null|none|undefined)?[.!]?$/i;

/** More levels than any real answer has. */
const MAX_DEPTH = 16;
const MAX_ITEMS = 20;

interface Findings {
  codes: string[];
  messages: string[];
  retryAfters: string[];
}

/** Reads code and words out of any JSON value. Never throws; both are null when there is nothing. */
export function parseRefusal(body: unknown): Refusal {
  const { code, message } = findReason(body);
  return { code, message };
}

/** The same with all particulars, over several values: what comes first wins. Linear in the size of the values. */
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

/** The refusal in a `{data, status: {code}}` or `{data, code}` wrapper whose code is not a success, or null. */
export function wrappedRefusal(body: JsonRecord): Refusal | null {
  const code = isRecord(body.status) ? body.status.code : "data" in body ? body.code : null;
  return textOf(code) === null || isSuccessCode(code) ? null : parseRefusal(without(body));
}

/** Words of a task are no words of its wrapper. */
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
    // A task's own status is a word, and no reason.
    if (key !== "status" || isRecord(value[key])) collect(value[key], found, depth + 1);
  }
  const retryAfter = textOf(value.retry_after);
  if (retryAfter !== null) found.retryAfters.push(retryAfter);
  const code = textOf(value.code);
  // The message beside a success code is not a reason: failed tasks carry `{code: 0, message: "SUCCEED"}` too.
  const isSuccess = isSuccessCode(code);
  if (code !== null && !isSuccess) found.codes.push(code);
  for (const key of isSuccess ? TASK_TEXT_KEYS : TEXT_KEYS) collect(value[key], found, depth + 1);
}

function collectText(value: string, found: Findings, depth: number): void {
  const text = value.trim();
  if (NO_REASON.test(text)) return;
  const json = findJson(text);
  if (json === null) {
    // JSON that was cut off is nothing to read out to anybody.
    if (!/^"?[[{]\s*\\?["{[]/.test(text)) found.messages.push(text);
    return;
  }
  const before = found.messages.length;
  collect(json.value, found, depth + 1);
  // A sentence may quote JSON that says nothing itself. JSON alone is nothing to read out to anybody.
  const isAlone = json.start === 0 || text.startsWith("[");
  if (found.messages.length === before && !isAlone) found.messages.push(text);
}

const CLOSING = { '"': '"', "{": "}", "[": "]" } as const;

/** The JSON that a text holds: an object, a list of objects, or all of it a string. Null when there is none. */
function findJson(text: string): { value: unknown; start: number } | null {
  const isQuoted = text.startsWith('"');
  for (const opening of isQuoted ? (['"'] as const) : (["{", "["] as const)) {
    const start = text.indexOf(opening);
    const end = text.lastIndexOf(CLOSING[opening]);
    if (start === -1 || end <= start || (isQuoted && end < text.length - 1)) continue;
    try {
      const value: unknown = JSON.parse(text.slice(start, end + 1));
      const isTelling = Array.isArray(value) ? value.some(isRecord) : true;
      if (isTelling) return { value, start };
    } catch {
      // The other bracket may begin it.
    }
  }
  return null;
}

function textOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
