/** The browser's only access to the proxy. Every failure is returned as a problem. Nothing is thrown or shown. */
import * as z from "zod/mini";
import { type Problem, problemSchema } from "#contract/problem.ts";
import { STUDIO_HEADER, STUDIO_HEADER_VALUE } from "#contract/routes.ts";
import { READ_TIMEOUT_MS } from "#contract/time-limits.ts";
import { type StudioProblemCode, studioProblem } from "#studio/domain/life/studio-problem.ts";

/** A parsed response, or the problem that prevented it. */
export type ApiResult<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

interface RequestOptions<Value> {
  schema: z.ZodMiniType<Value>;
  /** Sent as JSON with POST. Without it, the request is a GET. */
  body?: unknown;
  /** Range header for a body that is not JSON. */
  range?: string;
  signal?: AbortSignal;
  timeoutMs?: number;
}

// Longer than the proxy's own time limit, so that the proxy can report the reason first.
const TIMEOUT_MS = READ_TIMEOUT_MS + 5000;

// Statuses of a gateway in front of the proxy when the proxy is down (RFC 9110, 15.6.3 to 15.6.5).
const GATEWAY_STATUSES = [502, 503, 504];

/** Requests `path` from the proxy and parses the response. */
export async function request<Value>(
  path: string,
  options: RequestOptions<Value>,
): Promise<ApiResult<Value>> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    const response = await fetch(path, { ...toInit(options), signal });
    return readAnswer(response, await response.text(), options.schema);
  } catch {
    // Browsers throw different errors from fetch, so the signals decide which of the three failures it was.
    if (options.signal?.aborted) return fail("studio-aborted", "The request was cancelled.");
    if (timeout.aborted)
      return fail("studio-timeout", "The studio server took too long to respond.");
    return fail("studio-unreachable", "The studio server couldn't be reached.");
  }
}

function toInit({ body, range }: Pick<RequestOptions<unknown>, "body" | "range">): RequestInit {
  if (range !== undefined) return { headers: { Range: range } };
  if (body === undefined) return { headers: { Accept: "application/json" } };
  return {
    method: "POST",
    headers: {
      Accept: "application/json",
      "Content-Type": "application/json",
      [STUDIO_HEADER]: STUDIO_HEADER_VALUE,
    },
    body: JSON.stringify(body),
  };
}

/** Parses a response body into a value or a problem. Prefers the proxy's own problem if there is one. */
export function readAnswer<Value>(
  { status, ok }: Pick<Response, "status" | "ok">,
  text: string,
  schema: z.ZodMiniType<Value>,
): ApiResult<Value> {
  const json = parseJson(text);
  if (ok) {
    const parsed = z.safeParse(schema, json);
    if (parsed.success) return { ok: true, value: parsed.data };
  } else {
    const parsed = z.safeParse(problemSchema, json);
    if (parsed.success) return { ok: false, problem: parsed.data };
  }
  if (GATEWAY_STATUSES.includes(status)) {
    return fail("studio-unreachable", "The studio server couldn't be reached.", status);
  }
  return fail("studio-unreadable", "The response didn't come from the studio server.", status);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The result of a failure between the browser and the proxy. */
export function fail(
  code: StudioProblemCode,
  detail: string,
  status = 0,
): { ok: false; problem: Problem } {
  return { ok: false, problem: studioProblem(code, { detail, status, retryable: true }) };
}
