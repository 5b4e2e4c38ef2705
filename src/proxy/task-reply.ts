/** What Kirin's reply means: a task, or one of our failures. */
import type { ProblemCode } from "#contract/problem.ts";
import { businessCode, meaningOfHttp, type RefusalMeaning } from "#kirin/business-codes.ts";
import { parseRefusal, type Refusal } from "#kirin/refusal.ts";
import { parseTaskAnswer, type Task } from "#kirin/task.ts";
import { cutText } from "#kirin/text.ts";
import { type Failure, failed, type Result } from "./failure.ts";
import { isUsableTaskId } from "./task-id.ts";
import type { UpstreamReply } from "./upstream-call.ts";

/** Whether the call made a task or asked after one: a 404 or a 409 means something else then. */
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

/** Statuses of a read that say that there is no such task. A business code never says so. */
const NO_SUCH_TASK = new Set([404, 410]);

/**
 * Reads a reply. A known business code decides, whatever the HTTP status; without one the status does, and inside an
 * HTTP 200 the status that the wrapper names.
 */
export function readTaskReply(reply: UpstreamReply, call: TaskCall): Result<Task> {
  if (reply.kind === "no-answer") return failed({ code: reply.code });
  const { status, body, retryAfterSeconds } = reply;
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  if (status < 200 || status > 299) {
    const refusal = parseRefusal(body.ok ? body.value : null);
    const isRedirect = status >= 300 && status <= 399 && !businessCode(refusal.code);
    const code = isRedirect ? "upstream-redirected" : problemCodeOf(refusal, status, call);
    return failed({ code, ...wordsOf(refusal), ...wait });
  }
  if (!body.ok) return failed({ code: body.code });
  const answer = parseTaskAnswer(body.value);
  if (answer.kind === "task" && isUsableTaskId(answer.task.id)) {
    return { ok: true, value: answer.task };
  }
  if (answer.kind !== "refused") return failed({ code: "upstream-unreadable" });
  const { refusal } = answer;
  // A code that is neither a business code nor an HTTP status says nothing for certain.
  const code = problemCodeOf(refusal, Number(refusal.code), call);
  return failed({ code, ...wordsOf(refusal), ...wait });
}

function problemCodeOf({ code }: Refusal, httpStatus: number, call: TaskCall): ProblemCode {
  const known = businessCode(code)?.meaning;
  if (known === undefined && call === "read" && NO_SUCH_TASK.has(httpStatus)) {
    return "task-not-found";
  }
  const meaning = known ?? meaningOfHttp(httpStatus);
  // A read creates nothing: it takes no slot, and has no id that another create could have used.
  if (call === "read" && meaning === "slots") return "rate-limited";
  if (call === "read" && meaning === "duplicate") return "upstream-error";
  return CODE_BY_MEANING[meaning];
}

const PASSING: ReadonlySet<ProblemCode> = new Set(["upstream-error", "upstream-reset"]);

/**
 * Whether the same read may well succeed at once: after a reset, or an error of Kirin's own that names no time to wait.
 * Of the error statuses only 5xx, without 501, which lasts (RFC 9110, section 15.6.2).
 */
export function isPassingTrouble(reply: UpstreamReply): boolean {
  if (reply.kind === "answer" && isLastingStatus(reply.status)) return false;
  const task = readTaskReply(reply, "read");
  return !task.ok && task.failure.retryAfterSeconds === undefined && PASSING.has(task.failure.code);
}

function isLastingStatus(status: number): boolean {
  return (status >= 300 && status <= 499) || status === 501;
}

const MAX_WORDS = 500;

function wordsOf({ code, message }: Refusal): Pick<Failure, "upstreamCode" | "upstreamMessage"> {
  return {
    ...(code !== null && { upstreamCode: clean(code) }),
    ...(message !== null && { upstreamMessage: clean(message) }),
  };
}

function clean(text: string): string {
  return cutText(text, MAX_WORDS)
    .replace(/\p{Cc}+/gu, " ")
    .trim();
}
