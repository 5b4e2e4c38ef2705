/**
 * The browser's one way to the proxy. Whatever goes wrong comes back as a problem; nothing is thrown, nothing is shown.
 */
import * as z from "zod/mini";
import { type Problem, problemSchema } from "#contract/problem.ts";
import { STUDIO_HEADER, STUDIO_HEADER_VALUE } from "#contract/routes.ts";
import { READ_TIMEOUT_MS } from "#contract/time-limits.ts";
import { type StudioProblemCode, studioProblem } from "../domain/studio-problem.ts";

/** An answer, parsed, or the reason why there is none. */
export type ApiResult<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

interface RequestOptions<Value> {
  schema: z.ZodMiniType<Value>;
  /** Sent as JSON by POST; without it the request is a GET. */
  body?: unknown;
  /** The part that is wanted, for an answer that is no JSON. */
  range?: string;
  signal?: AbortSignal;
  timeoutMs?: number;
}

// Longer than the proxy waits for a read, so that it is the proxy that gives the reason.
const TIMEOUT_MS = READ_TIMEOUT_MS + 5000;

// What a gateway in front says, in words of its own, when there is nobody behind it (RFC 9110, 15.6.3 to 15.6.5).
const GATEWAY_STATUSES = [502, 503, 504];

/** Asks the proxy for `path` and parses what comes. */
export async function request<Value>(
  path: string,
  options: RequestOptions<Value>,
): Promise<ApiResult<Value>> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    const response = await fetch(path, { ...toInit(options), signal });
    return readAnswer(response.status, response.ok, await response.text(), options.schema);
  } catch {
    // What fetch throws differs between browsers; the signals say for certain which of the three it was.
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

/** What an answer's text means: a value, or a problem, the proxy's own where it can be read. */
export function readAnswer<Value>(
  status: number,
  isOk: boolean,
  text: string,
  schema: z.ZodMiniType<Value>,
): ApiResult<Value> {
  const json = parseJson(text);
  if (isOk) {
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

/** A result that is a problem between this page and the proxy. */
export function fail(
  code: StudioProblemCode,
  detail: string,
  status = 0,
): { ok: false; problem: Problem } {
  return { ok: false, problem: studioProblem(code, { detail, status, retryable: true }) };
}
