/** Turns a handler's outcome into the HTTP response. */

import type { Outcome, Scope } from "#proxy/scope.ts";
import type { Failure } from "./failure.ts";
import { type ProblemPurpose, problemResponse, toProblem } from "./problem-response.ts";
import { redactKey } from "./redact.ts";
import { DATA_SECURITY_POLICY, PROTECTIVE_HEADERS } from "./response-headers.ts";

/** Runs a handler and always returns a response. An unexpected error becomes a problem without its message. */
export async function answer(
  scope: Scope,
  purpose: ProblemPurpose,
  handle: () => Outcome | Promise<Outcome>,
): Promise<Response> {
  const response = await runSafely(scope, purpose, handle);
  response.headers.set("X-Request-Id", scope.requestId);
  for (const cookie of scope.cookies) response.headers.append("Set-Cookie", cookie);
  for (const [name, value] of Object.entries(PROTECTIVE_HEADERS)) response.headers.set(name, value);
  setDefault(response.headers, "Content-Security-Policy", DATA_SECURITY_POLICY);
  setDefault(response.headers, "Cache-Control", "no-store");
  return response;
}

function setDefault(headers: Headers, name: string, value: string): void {
  if (!headers.has(name)) headers.set(name, value);
}

async function runSafely(
  scope: Scope,
  purpose: ProblemPurpose,
  handle: () => Outcome | Promise<Outcome>,
): Promise<Response> {
  let outcome: Outcome;
  try {
    outcome = await handle();
  } catch {
    // The message of an unexpected error may contain a prompt or a key, so it is dropped.
    outcome = { kind: "failure", failure: { code: "internal-error" } };
  }
  if (outcome.kind === "response") return outcome.response;
  if (outcome.kind === "failure") return fail(scope, purpose, outcome.failure);
  const text = toJson(scope, outcome.value);
  if (text === null) return fail(scope, purpose, { code: "upstream-unreadable" });
  const headers = { "Content-Type": "application/json" };
  return new Response(text, { status: outcome.status, headers });
}

function fail(scope: Scope, purpose: ProblemPurpose, failure: Failure): Response {
  scope.problemCode = failure.code;
  const problem = toProblem(failure, scope.requestId, purpose);
  if (problem.outcome) scope.outcome = problem.outcome;
  return problemResponse(problem, toJson(scope, problem) ?? "{}", failure);
}

/** Serialises a value. Returns null when it is nested deeper than `JSON.stringify` can handle. */
function toJson({ proxy: { upstream } }: Scope, value: unknown): string | null {
  let text: string;
  try {
    text = JSON.stringify(value);
  } catch {
    return null;
  }
  // The simulator's key is not a secret and may be a common word, which redaction would garble.
  return upstream.kind === "live" ? redactKey(text, upstream.apiKey()) : text;
}
