/** What Kirin's reply means: a task, or one of our failures. */
import type { ProblemCode } from "#contract/problem.ts";
import { PARALLEL_LIMIT_CODE } from "#kirin/error-codes.ts";
import { parseRefusal, type Refusal } from "#kirin/refusal.ts";
import { parseTaskAnswer, type Task } from "#kirin/task.ts";
import { type Failure, failed, type Result } from "./failure.ts";
import { isUsableTaskId } from "./task-id.ts";
import type { UpstreamReply } from "./upstream-call.ts";

/** Whether the call made a task or asked after one: a 404 or a 409 means something else then. */
export type TaskCall = "create" | "read";

const CODE_BY_STATUS: Readonly<Record<TaskCall, ReadonlyMap<number, ProblemCode>>> = {
  create: new Map([...commonCodes(), [404, "upstream-refused"], [409, "duplicate-task-id"]]),
  read: new Map([...commonCodes(), [404, "task-not-found"], [410, "task-not-found"]]),
};

function commonCodes(): [number, ProblemCode][] {
  return [
    [400, "upstream-invalid-parameters"],
    [401, "upstream-unauthorized"],
    [402, "upstream-payment-required"],
    [403, "upstream-forbidden"],
    [422, "upstream-invalid-parameters"],
    [429, "rate-limited"],
  ];
}

/** Reads a reply. A status that is not a success decides alone; its body only adds words. */
export function readTaskReply(reply: UpstreamReply, call: TaskCall): Result<Task> {
  if (reply.kind === "no-answer") return failed({ code: reply.code });
  const { status, body, retryAfterSeconds } = reply;
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  if (status < 200 || status > 299) {
    const refusal = parseRefusal(body.ok ? body.value : null);
    return failed({ code: codeOfStatus(status, refusal, call), ...wordsOf(refusal), ...wait });
  }
  if (!body.ok) return failed({ code: body.code });
  const answer = parseTaskAnswer(body.value);
  if (answer.kind === "task" && isUsableTaskId(answer.task.id)) {
    return { ok: true, value: answer.task };
  }
  if (answer.kind !== "refused") return failed({ code: "upstream-unreadable" });
  const { refusal } = answer;
  return failed({ code: codeOfRefusal(refusal, call), ...wordsOf(refusal), ...wait });
}

function codeOfStatus(status: number, refusal: Refusal, call: TaskCall): ProblemCode {
  if (status >= 300 && status <= 399) return "upstream-redirected";
  if (status === 429 && refusal.code === PARALLEL_LIMIT_CODE) return "parallel-limit";
  // 408, 5xx and whatever nobody has seen yet: nobody knows what Kirin did.
  return CODE_BY_STATUS[call].get(status) ?? "upstream-error";
}

/** A refusal inside an HTTP 200. A code that is none of the known ones says nothing for certain. */
function codeOfRefusal(refusal: Refusal, call: TaskCall): ProblemCode {
  if (refusal.code === PARALLEL_LIMIT_CODE) return "parallel-limit";
  return CODE_BY_STATUS[call].get(Number(refusal.code)) ?? "upstream-error";
}

const MAX_WORDS = 500;

function wordsOf({ code, message }: Refusal): Pick<Failure, "upstreamCode" | "upstreamMessage"> {
  return {
    ...(code !== null && { upstreamCode: clean(code) }),
    ...(message !== null && { upstreamMessage: clean(message) }),
  };
}

function clean(text: string): string {
  return text
    .slice(0, MAX_WORDS)
    .replace(/\p{Cc}+/gu, " ")
    .trim();
}
