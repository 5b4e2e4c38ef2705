/** Builds problem documents (RFC 9457) from failures. */
import { PROBLEM_CONTENT_TYPE, type Problem, problemType } from "#contract/problem.ts";
import type { Failure } from "./failure.ts";
import { problemRule } from "./problem-rules.ts";

/** Whether the request was a create. Only a create has an outcome to report. */
export type ProblemPurpose = "create" | "other";

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

/** The response with a problem document; `text` is the serialised document. */
export function problemResponse(problem: Problem, text: string, failure: Failure): Response {
  const headers = new Headers(failure.headers);
  headers.set("Content-Type", PROBLEM_CONTENT_TYPE);
  if (failure.retryAfterSeconds !== undefined) {
    headers.set("Retry-After", String(failure.retryAfterSeconds));
  }
  return new Response(text, { status: problem.status, headers });
}
