/** Which problem and which outcome each failure of a create has. */
import { expect, it } from "vitest";
import type { PlainFetch } from "#proxy/options.ts";
import { openProxy, PROMPT, problemOf } from "#proxy/testing/open-proxy.ts";
import { json, text } from "#proxy/testing/replies.ts";

const REQUEST = { prompt: PROMPT, duration: "10", external_task_id: "mine-1" };

const broken = (error: unknown): PlainFetch => {
  return async () => {
    throw error;
  };
};
const withCode = (code: string, syscall?: string) =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, syscall }) });
const wrapped = (code: number | string) => ({ data: null, status: { code, message: "no" } });

interface Row {
  name: string;
  kirin: PlainFetch;
  status: number;
  code: string;
  outcome: "refused" | "unknown" | "not-sent";
  retryable?: boolean;
  retryAfterSeconds?: number;
  upstreamCode?: string;
}

const refusals: Row[] = [
  [400, 400, "upstream-invalid-parameters"],
  [422, 400, "upstream-invalid-parameters"],
  [401, 401, "upstream-unauthorized"],
  [402, 402, "upstream-payment-required"],
  [403, 403, "upstream-forbidden"],
  [404, 404, "upstream-refused"],
  [409, 409, "duplicate-task-id"],
].flatMap(([given, status, code]): Row[] => {
  const row = { status: Number(status), code: String(code), outcome: "refused" } as const;
  return [
    { ...row, name: `${given}`, kirin: json(Number(given), { message: "no" }) },
    { ...row, name: `${given} with HTML`, kirin: text(Number(given), "<html>") },
    { ...row, name: `200 wrapping ${given}`, kirin: json(200, wrapped(Number(given))) },
  ];
});

const busy: Row[] = [
  { name: "429", kirin: json(429, {}), status: 429, code: "rate-limited" },
  {
    name: "submit: Kirin limits the request rate (429 with Retry-After) → a refusal with Kirin's retry delay",
    kirin: json(429, {}, { "Retry-After": "7" }),
    status: 429,
    code: "rate-limited",
    retryAfterSeconds: 7,
  },
  {
    name: "429 with a date",
    kirin: json(429, {}, { "Retry-After": "Sun, 22 Nov 2026 12:00:09 GMT" }),
    status: 429,
    code: "rate-limited",
    retryAfterSeconds: 9,
  },
  {
    name: "submit: all of Kirin's parallel slots are in use (429 with code 1303) → a retryable refusal; nothing was created",
    kirin: json(429, { code: 1303, message: "parallel task over resource pack limit" }),
    status: 429,
    code: "parallel-limit",
    upstreamCode: "1303",
  },
  {
    name: "200 wrapping 1303",
    kirin: json(200, wrapped(1303)),
    status: 429,
    code: "parallel-limit",
  },
  { name: "200 wrapping 429", kirin: json(200, wrapped("429")), status: 429, code: "rate-limited" },
].map((row) => ({ ...row, outcome: "refused", retryable: true }));

const unknowns: Row[] = [
  ...[500, 502, 503, 504, 599, 408, 405, 418, 451].map((status) => ({
    name: String(status),
    kirin: json(status, { message: "no" }),
    status: 502,
    code: "upstream-error",
  })),
  {
    name: "submit: Kirin wraps a failure in an HTTP 200 → treated as that failure",
    kirin: json(200, wrapped(500)),
    status: 502,
    code: "upstream-error",
  },
  { name: "200 wrapping 9", kirin: json(200, wrapped(9)), status: 502, code: "upstream-error" },
  {
    name: "a redirect",
    kirin: text(307, "", { Location: "https://evil.test/" }),
    status: 502,
    code: "upstream-redirected",
  },
  {
    name: "submit: Kirin answers a create with HTML → outcome unknown, to be checked by a read",
    kirin: text(200, "<h1>ok</h1>", { "Content-Type": "text/html" }),
    status: 502,
    code: "upstream-unreadable",
  },
  {
    name: "HTML that claims to be JSON",
    kirin: text(200, "<h1>ok</h1>", { "Content-Type": "application/json" }),
    status: 502,
    code: "upstream-unreadable",
  },
  { name: "nothing", kirin: text(200, ""), status: 502, code: "upstream-unreadable" },
  {
    name: "submit: Kirin answers a create with truncated JSON → outcome unknown, to be checked by a read",
    kirin: text(200, '{"id":"t'),
    status: 502,
    code: "upstream-unreadable",
  },
  {
    name: "submit: Kirin answers a create with JSON without a task → outcome unknown, to be checked by a read",
    kirin: json(200, {}),
    status: 502,
    code: "upstream-unreadable",
  },
  {
    name: "a task id that is not a valid path segment",
    kirin: json(200, { id: "\ud800", status: "queued" }),
    status: 502,
    code: "upstream-unreadable",
  },
  {
    name: "proxy: Kirin's response is too deeply nested → reported as unreadable, without a crash",
    kirin: text(200, `{"id":"t","status":"queued","metadata":${nested(200_000)}}`),
    status: 502,
    code: "upstream-unreadable",
  },
  {
    name: "a connection reset",
    kirin: broken(withCode("ECONNRESET", "read")),
    status: 502,
    code: "upstream-reset",
  },
  {
    name: "a closed connection",
    kirin: broken(withCode("UND_ERR_SOCKET")),
    status: 502,
    code: "upstream-reset",
  },
  {
    name: "a socket timeout",
    kirin: broken(withCode("ETIMEDOUT", "read")),
    status: 502,
    code: "upstream-reset",
  },
  { name: "a thrown string", kirin: broken("what?"), status: 502, code: "upstream-reset" },
].map((row) => ({ ...row, outcome: "unknown", retryable: false }));

const neverSent: Row[] = [
  withCode("ECONNREFUSED"),
  withCode("ENOTFOUND"),
  withCode("EAI_AGAIN"),
  withCode("UND_ERR_CONNECT_TIMEOUT"),
  withCode("ETIMEDOUT", "connect"),
  withCode("CERT_HAS_EXPIRED"),
  new AggregateError([withCode("ECONNREFUSED"), withCode("ENETUNREACH", "connect")]),
].map((error) => ({
  name: error.cause instanceof Error ? error.cause.message : "every address refused",
  kirin: broken(error),
  status: 503,
  code: "upstream-unreachable",
  outcome: "not-sent",
  retryable: true,
}));

function nested(depth: number): string {
  return `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`;
}

it.each([...refusals, ...busy, ...unknowns, ...neverSent])(
  "a failed create has the outcome $outcome: $name",
  async (row) => {
    const proxy = openProxy({ kirin: row.kirin });
    const response = await proxy.post("/api/generations", REQUEST);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({
      status: row.status,
      code: row.code,
      outcome: row.outcome,
      retryable: row.retryable ?? false,
      requestId: "request-1",
      contentType: "application/problem+json",
    });
    expect(response.status).toBe(row.status);
    expect(problem.retryAfterSeconds).toBe(row.retryAfterSeconds);
    if (row.retryAfterSeconds !== undefined) {
      expect(response.headers.get("Retry-After")).toBe(String(row.retryAfterSeconds));
    }
    if (row.upstreamCode !== undefined) expect(problem.upstreamCode).toBe(row.upstreamCode);
    expect(proxy.calls).toHaveLength(1);
  },
);
