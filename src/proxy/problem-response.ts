/** Problem documents (RFC 9457) out of failures. */
import { PROBLEM_CONTENT_TYPE, type Problem, problemType } from "#contract/problem.ts";
import type { Failure } from "./failure.ts";
import { problemRule } from "./problem-rules.ts";

/** Whether the request would have created a task: only then is there an outcome to report. */
export type ProblemPurpose = "create" | "other";

/** The problem document of a failure. */
export function toProblem(failure: Failure, requestId: string, purpose: ProblemPurpose): Problem {
  const rule = problemRule(failure.code);
  const mayHaveCreated = purpose === "create" && rule.outcome === "unknown";
  return {
    type: problemType(failure.code),
    title: rule.title,
    status: rule.status,
    code: failure.code,
    detail: rule.detail,
    retryable: rule.isTransient && !mayHaveCreated,
    requestId,
    ...(failure.retryAfterSeconds !== undefined && {
      retryAfterSeconds: failure.retryAfterSeconds,
    }),
    ...(purpose === "create" && { outcome: rule.outcome }),
    ...(failure.issues && { issues: failure.issues }),
    ...(failure.upstreamCode !== undefined && { upstreamCode: failure.upstreamCode }),
    ...(failure.upstreamMessage !== undefined && { upstreamMessage: failure.upstreamMessage }),
  };
}

/** The answer that carries a problem document; `text` is its serialised form. */
export function problemResponse(problem: Problem, text: string, failure: Failure): Response {
  const headers = new Headers(failure.headers);
  headers.set("Content-Type", PROBLEM_CONTENT_TYPE);
  if (failure.retryAfterSeconds !== undefined) {
    headers.set("Retry-After", String(failure.retryAfterSeconds));
  }
  return new Response(text, { status: problem.status, headers });
}
