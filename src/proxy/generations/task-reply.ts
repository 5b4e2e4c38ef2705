/** Interprets Kirin's reply as a task or a failure. */
import type { ProblemCode } from "#contract/problem.ts";
import {
  businessCode,
  meaningOfHttp,
  type RefusalMeaning,
} from "#kirin/refusals/business-codes.ts";
import { parseRefusal, type Refusal } from "#kirin/refusals/refusal.ts";
import { parseTaskAnswer, type Task } from "#kirin/task.ts";
import { cutText } from "#kirin/values/text.ts";
import { type Failure, failed, type Result } from "#proxy/responses/failure.ts";
import type { UpstreamReply } from "#proxy/upstream/upstream-call.ts";
import { isUsableTaskId } from "./task-id.ts";

/** Whether the call created or read a task; 404 and 409 differ in meaning. */
export type TaskCall = "create" | "read";

const CODE_BY_MEANING: Readonly<Record<RefusalMeaning, ProblemCode>> = {
  key: "upstream-unauthorized",
  balance: "upstream-payment-required",
  permission: "upstream-forbidden",
  parameters: "upstream-invalid-parameters",
  resource: "upstream-refused",
  prompt: "upstream-prompt-refused",
  pace: "rate-limited",
  slots: "parallel-limit",
  "caller-address": "upstream-address-refused",
  duplicate: "duplicate-task-id",
  trouble: "upstream-error",
};

/** Statuses of a read that mean that the task does not exist. No business code means that. */
const NOT_FOUND_STATUSES = new Set([404, 410]);

/**
 * Interprets a reply. A known business code takes precedence over any HTTP status. Without one the HTTP status
 * decides, or the wrapper's status inside an HTTP 200.
 */
export function readTaskReply(reply: UpstreamReply, call: TaskCall): Result<Task> {
  if (reply.kind === "no-answer") return failed({ code: reply.code });
  const { status, body, retryAfterSeconds } = reply;
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  if (status < 200 || status > 299) {
    const refusal = parseRefusal(body.ok ? body.value : null);
    const isRedirect = status >= 300 && status <= 399 && !businessCode(refusal.code);
    const code = isRedirect ? "upstream-redirected" : problemCodeOf(refusal, status, call);
    return failed({ code, ...upstreamDetails(refusal), ...wait });
  }
  if (!body.ok) return failed({ code: body.code });
  const answer = parseTaskAnswer(body.value);
  if (answer.kind === "task" && isUsableTaskId(answer.task.id)) {
    return { ok: true, value: answer.task };
  }
  if (answer.kind !== "refused") return failed({ code: "upstream-unreadable" });
  const { refusal } = answer;
  // A code that is neither a business code nor an HTTP status maps to a general failure.
  const code = problemCodeOf(refusal, Number(refusal.code), call);
  return failed({ code, ...upstreamDetails(refusal), ...wait });
}

function problemCodeOf({ code }: Refusal, httpStatus: number, call: TaskCall): ProblemCode {
  const known = businessCode(code)?.meaning;
  if (known === undefined && call === "read" && NOT_FOUND_STATUSES.has(httpStatus)) {
    return "task-not-found";
  }
  const meaning = known ?? meaningOfHttp(httpStatus);
  // A read uses no slot and no new id, so these two meanings cannot apply to it.
  if (call === "read" && meaning === "slots") return "rate-limited";
  if (call === "read" && meaning === "duplicate") return "upstream-error";
  return CODE_BY_MEANING[meaning];
}

const TRANSIENT_CODES: ReadonlySet<ProblemCode> = new Set(["upstream-error", "upstream-reset"]);

/**
 * Whether an immediate retry of a read may succeed: after a reset, or a Kirin error without a retry delay.
 * Of the HTTP errors only 5xx count, without 501, which is permanent (RFC 9110, 15.6.2).
 */
export function isTransientFailure(reply: UpstreamReply): boolean {
  if (reply.kind === "answer" && isPermanentStatus(reply.status)) return false;
  const task = readTaskReply(reply, "read");
  return (
    !task.ok &&
    task.failure.retryAfterSeconds === undefined &&
    TRANSIENT_CODES.has(task.failure.code)
  );
}

function isPermanentStatus(status: number): boolean {
  return (status >= 300 && status <= 499) || status === 501;
}

const MAX_TEXT_LENGTH = 500;

function upstreamDetails({
  code,
  message,
}: Refusal): Pick<Failure, "upstreamCode" | "upstreamMessage"> {
  return {
    ...(code !== null && { upstreamCode: clean(code) }),
    ...(message !== null && { upstreamMessage: clean(message) }),
  };
}

function clean(text: string): string {
  return cutText(text, MAX_TEXT_LENGTH)
    .replace(/\p{Cc}+/gu, " ")
    .trim();
}
