/** Makes one call to Kirin's API, with at most one retry. No other module uses the key. */

import type { ProblemCode } from "#contract/problem.ts";
import { parseJson } from "#kirin/values/parse-json.ts";
import { codingsOf, decodeBytes } from "#proxy/bodies/content-coding.ts";
import { discard, readLimited } from "#proxy/bodies/read-limited.ts";
import type { UpstreamEvent } from "#proxy/metrics/proxy-metrics.ts";
import type { ProxySettings } from "#proxy/options.ts";
import { type Deadline, DeadlineExceeded, startDeadline } from "./deadline.ts";
import { retryAfterOf } from "./retry-after.ts";
import { wasNeverSent } from "./transport-error.ts";
import { usableKey } from "./usable-key.ts";

export interface UpstreamCall {
  /** For the metrics. */
  purpose: Exclude<UpstreamEvent["call"], "clip">;
  path: string;
  /** The JSON body; with one the call is a POST. */
  body?: unknown;
  timeoutMs: number;
  requestId: string;
  /** Aborts the call. */
  signal?: AbortSignal;
  /** For calls without side effects: whether to retry once after this reply, within the same timeout. */
  shouldRepeat?: (reply: UpstreamReply) => boolean;
}

/** A body parsed as JSON, or the reason for the failure. */
export type AnswerBody = { ok: true; value: unknown } | { ok: false; code: ProblemCode };

/** Kirin's response, or the reason why there is none. */
export type UpstreamReply =
  | { kind: "answer"; status: number; body: AnswerBody; retryAfterSeconds?: number }
  | { kind: "no-answer"; code: ProblemCode };

/** Calls Kirin. Every failure is a reply; it never throws. */
export async function callUpstream(
  proxy: ProxySettings,
  call: UpstreamCall,
): Promise<UpstreamReply> {
  const key = usableKey(proxy.upstream);
  if (key === null) return { kind: "no-answer", code: "missing-key" };
  const deadline = startDeadline(proxy.clock, call.timeoutMs, call.signal);
  try {
    const reply = await attempt(proxy, { ...call, key }, deadline);
    const repeats = call.shouldRepeat?.(reply) && !deadline.signal.aborted;
    return repeats ? await attempt(proxy, { ...call, key }, deadline) : reply;
  } finally {
    deadline.end();
  }
}

/** One call, counted in the metrics. */
async function attempt(
  proxy: ProxySettings,
  call: UpstreamCall & { key: string },
  deadline: Deadline,
): Promise<UpstreamReply> {
  const startedMs = proxy.clock.now();
  const reply = await exchange(proxy, call, deadline);
  const ms = proxy.clock.now() - startedMs;
  const result = reply.kind === "answer" ? statusClass(reply.status) : reply.code;
  proxy.metrics.upstream({ call: call.purpose, result, ms });
  return reply;
}

/** The class of an HTTP status, such as `2xx`. */
function statusClass(status: number): string {
  return `${Math.floor(status / 100)}xx`;
}

async function exchange(
  proxy: ProxySettings,
  call: UpstreamCall & { key: string },
  deadline: Deadline,
): Promise<UpstreamReply> {
  try {
    const sending = send(proxy, call, deadline.signal);
    const response = await deadline.within(sending).catch((error: unknown) => {
      // A response that arrives after the timeout is cancelled.
      sending.then((late) => discard(late.body)).catch(() => undefined);
      throw error;
    });
    return await readReply(proxy, response, deadline);
  } catch (error) {
    return { kind: "no-answer", code: codeOf(error) };
  }
}

async function send(
  { upstream }: ProxySettings,
  call: UpstreamCall & { key: string },
  signal: AbortSignal,
): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Accept-Encoding": "identity",
    Authorization: `Bearer ${call.key}`,
    "X-Request-Id": call.requestId,
  };
  if (call.body !== undefined) headers["Content-Type"] = "application/json";
  return upstream.fetch(upstream.baseUrl.replace(/\/+$/, "") + call.path, {
    method: call.body === undefined ? "GET" : "POST",
    headers,
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    redirect: "manual",
    signal,
  });
}

async function readReply(
  { clock, limits }: ProxySettings,
  response: Response,
  deadline: Deadline,
): Promise<UpstreamReply> {
  // In browsers an unfollowed redirect has status 0.
  const status = response.type === "opaqueredirect" ? 302 : response.status;
  const body = await readBody(response, limits.answerMaxBytes, deadline);
  const retryAfterSeconds = retryAfterOf(
    response.headers.get("Retry-After"),
    body.ok ? body.value : null,
    clock.now(),
  );
  return {
    kind: "answer",
    status,
    body,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

const CODE_OF_DECODING = {
  large: "upstream-too-large",
  damaged: "upstream-unreadable",
} as const satisfies Record<string, ProblemCode>;

async function readBody(
  response: Response,
  maxBytes: number,
  deadline: Deadline,
): Promise<AnswerBody> {
  const codings = codingsOf(response.headers.get("Content-Encoding"));
  if (codings === null) {
    discard(response.body);
    return { ok: false, code: "upstream-unreadable" };
  }
  try {
    const bytes = await readLimited(response.body, maxBytes, deadline.within);
    if (bytes === null) return { ok: false, code: "upstream-too-large" };
    const decoded = await decodeBytes(bytes, codings, maxBytes);
    if (!decoded.ok) return { ok: false, code: CODE_OF_DECODING[decoded.reason] };
    // Content types are unreliable, so the body is always parsed.
    return { ok: true, value: parseJson(new TextDecoder().decode(decoded.bytes)) };
  } catch (error) {
    // A response has started, so the request was certainly sent.
    const code = error instanceof SyntaxError ? "upstream-unreadable" : codeOf(error);
    return { ok: false, code: code === "upstream-unreachable" ? "upstream-reset" : code };
  }
}

function codeOf(error: unknown): ProblemCode {
  if (error instanceof DeadlineExceeded) return "upstream-timeout";
  return wasNeverSent(error) ? "upstream-unreachable" : "upstream-reset";
}
