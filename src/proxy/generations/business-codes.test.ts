/** The business code decides what a refusal means, whatever the HTTP status and the shape of the body. */
import { describe, expect, it } from "vitest";
import { BUSINESS_CODES, createOutcomeOf } from "#kirin/refusals/business-codes.ts";
import { problemRule } from "#proxy/responses/problem-rules.ts";
import { openProxy, PROMPT, problemOf } from "#proxy/testing/open-proxy.ts";

const REQUEST = { prompt: PROMPT, external_task_id: "mine-1" };
const HTTP = [200, 302, 400, 404, 429, 500, 503];

const FORMS: Readonly<Record<string, (code: number) => unknown>> = {
  bare: (code) => ({ code, message: "why" }),
  nested: (code) => ({ error: { code: String(code), message: "why" } }),
  wrapped: (code) => ({ data: null, status: { code, message: "why" } }),
  "in a string": (code) => ({ error: JSON.stringify({ error: { code, message: "why" } }) }),
};

const CREATE: Readonly<Record<string, string>> = {
  "1000": "upstream-unauthorized",
  "1001": "upstream-unauthorized",
  "1002": "upstream-unauthorized",
  "1003": "upstream-unauthorized",
  "1004": "upstream-unauthorized",
  "1100": "upstream-payment-required",
  "1101": "upstream-payment-required",
  "1102": "upstream-payment-required",
  "1103": "upstream-forbidden",
  "1200": "upstream-invalid-parameters",
  "1201": "upstream-invalid-parameters",
  "1202": "upstream-refused",
  "1203": "upstream-refused",
  "1300": "upstream-prompt-refused",
  "1301": "upstream-prompt-refused",
  "1302": "rate-limited",
  "1303": "parallel-limit",
  "1304": "upstream-address-refused",
  "5000": "upstream-error",
  "5001": "upstream-error",
  "5002": "upstream-error",
};

const answering = (body: unknown, status: number, headers: HeadersInit = {}) =>
  openProxy({ kirin: async () => Response.json(body, { status, headers }) });

describe("a create", () => {
  it.each(BUSINESS_CODES)(
    "submit: Kirin refuses a create with a business code under any HTTP status and in any shape → the code decides the problem (code $code)",
    async ({ code, meaning }) => {
      for (const form of Object.values(FORMS)) {
        for (const status of HTTP) {
          const proxy = answering(form(Number(code)), status);
          const problem = await problemOf(await proxy.post("/api/generations", REQUEST));
          expect(problem).toMatchObject({
            code: CREATE[code],
            outcome: createOutcomeOf(meaning),
            upstreamCode: code,
            upstreamMessage: "why",
          });
          expect(problemRule(problem.code as never).outcome).toBe(createOutcomeOf(meaning));
        }
      }
    },
  );

  it.each([
    [{ error: { code: 1302, message: "too fast", retry_after: 8 } }, {}, 8],
    [{ code: 1302, retry_after: "8" }, {}, 8],
    [{ data: null, status: { code: 1302, retry_after: 7.2 } }, {}, 8],
    [{ code: 1302, retry_after: "Sun, 22 Nov 2026 12:00:09 GMT" }, {}, 9],
    [{ code: 1302, retry_after: 8 }, { "Retry-After": "3" }, 3],
    [{ code: 1302, retry_after: 8 }, { "Retry-After": "soon" }, 8],
    [{ code: 1302, retry_after: "soon" }, {}, undefined],
  ])(
    "submit: Kirin sends a retry delay in the body or the header → the problem carries it (%j, %j: %j s)",
    async (body, headers, seconds) => {
      for (const status of [200, 429]) {
        const response = await answering(body, status, headers).post("/api/generations", REQUEST);
        expect(await problemOf(response)).toMatchObject({
          code: "rate-limited",
          outcome: "refused",
        });
        const retryAfter = response.headers.get("Retry-After");
        expect(retryAfter).toBe(seconds === undefined ? null : String(seconds));
      }
    },
  );
});

describe("a read", () => {
  const READ = { ...CREATE, "1303": "rate-limited" };

  it.each(BUSINESS_CODES)(
    "poll: Kirin refuses a read with a business code, even under HTTP 404 → the task is not reported as missing (code $code)",
    async ({ code }) => {
      for (const form of Object.values(FORMS)) {
        for (const status of HTTP) {
          const proxy = answering(form(Number(code)), status);
          const problem = await problemOf(await proxy.get("/api/generations/x"));
          expect(problem).toMatchObject({ code: READ[code as keyof typeof READ] });
        }
      }
    },
  );

  it("clip: Kirin refuses the task read behind a clip with a business code → the clip's problem has the matching code", async () => {
    const proxy = answering({ data: null, status: { code: 1002, message: "bad key" } }, 200);
    const problem = await problemOf(await proxy.get("/api/generations/x/clips/0"));
    expect(problem).toMatchObject({ code: "upstream-unauthorized", upstreamMessage: "bad key" });
  });

  it("poll: a task failed content moderation, and its code is JSON inside the message → the error has both the code and the message", async () => {
    const error = {
      code: "002014097",
      error_message: '{"error":{"code":1301,"message":"prompt refused by policy"}}',
    };
    const response = await answering({ id: "x", status: "failed", error }, 200).get(
      "/api/generations/x",
    );
    expect(await response.json()).toMatchObject({
      status: "failed",
      error: { code: "002014097", causeCode: "1301", message: "prompt refused by policy" },
    });
  });
});

it("returns no price when Kirin refuses the price request with a business code", async () => {
  const data = { cost: "1", currency: "USD" };
  for (const body of [
    { status: { code: 1301, message: "no" }, data },
    { status: "success", error: { code: 1102 }, data },
  ]) {
    const response = await answering(body, 200).post("/api/quotes", { prompt: "a" });
    expect(await response.json()).toMatchObject({ cost: null });
  }
});
