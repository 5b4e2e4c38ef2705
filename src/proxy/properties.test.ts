import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generationSchema } from "#contract/generation.ts";
import { PROBLEM_CODES, problemSchema } from "#contract/problem.ts";
import { countUnsendable } from "#kirin/values/text.ts";
import { problemRule } from "./responses/problem-rules.ts";
import { KEY, openProxy, PROMPT } from "./testing/open-proxy.ts";

const REQUEST = { prompt: PROMPT, external_task_id: "mine-1" };

/** Values that resemble tasks closely enough to reach every branch, with the secret in any field. */
const anyTask = fc.record(
  {
    id: fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.constant("task")),
    status: fc.oneof(
      fc.constantFrom("queued", "completed", "failed", "odd"),
      fc.record({ code: fc.oneof(fc.integer({ min: 0, max: 1400 }), fc.constant(KEY)) }),
    ),
    output: fc.array(fc.record({ type: fc.constant("video"), url: fc.webUrl() })),
    usage: fc.dictionary(fc.string(), fc.jsonValue()),
    error: fc.oneof(fc.constant(`bad key ${KEY}`), fc.jsonValue()),
    metadata: fc.dictionary(fc.constantFrom("a", "__proto__", KEY), fc.jsonValue()),
    data: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const answerText = fc.oneof(
  fc.jsonValue().map((value) => JSON.stringify(value)),
  anyTask.map((value) => JSON.stringify(value)),
  fc.uint8Array({ maxLength: 200 }),
);
const status = fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 }));
const STATUSES_WITHOUT_BODY = [204, 205, 304];

describe("with arbitrary Kirin responses", () => {
  it("proxy: Kirin answers a create with arbitrary data → a generation or a problem with an outcome; sent once, and no secret leaks", async () => {
    await fc.assert(
      fc.asyncProperty(answerText, status, async (body, code) => {
        const proxy = openProxy({
          kirin: async () =>
            new Response(STATUSES_WITHOUT_BODY.includes(code) ? null : (body as string), {
              status: code,
            }),
        });
        const response = await proxy.post("/api/generations", REQUEST);
        const text = await response.text();
        expect(text).not.toContain(KEY);
        expect(JSON.stringify([...response.headers])).not.toContain(KEY);
        if (response.status === 201) generationSchema.parse(JSON.parse(text));
        else {
          const problem = problemSchema.parse(JSON.parse(text));
          expect(problem.outcome).toMatch(/^(refused|unknown)$/);
          expect(problem.retryable && problem.outcome === "unknown").toBe(false);
          expect(problem.code).not.toBe("internal-error");
        }
        expect(proxy.calls).toHaveLength(1);
        expect(proxy.lines).toHaveLength(1);
        expect(proxy.lines.join()).not.toContain(KEY);
        expect(proxy.lines.join()).not.toContain(PROMPT);
      }),
      { numRuns: 300 },
    );
  });

  it("never causes an internal error for a read, a clip or a quote", async () => {
    await fc.assert(
      fc.asyncProperty(answerText, status, async (body, code) => {
        const proxy = openProxy({
          kirin: async () =>
            new Response(STATUSES_WITHOUT_BODY.includes(code) ? null : (body as string), {
              status: code,
            }),
        });
        const responses = [
          await proxy.get("/api/generations/x"),
          await proxy.get("/api/generations/x/clips/0"),
          await proxy.post("/api/quotes", { prompt: PROMPT }),
        ];
        for (const response of responses) {
          expect(response.status).not.toBe(500);
          expect(await response.text()).not.toContain(KEY);
        }
        expect(responses[2]?.status).toBe(200);
        expect(proxy.lines.join()).not.toContain(PROMPT);
      }),
      { numRuns: 150 },
    );
  });
});

describe("with arbitrary browser requests", () => {
  it("proxy: a browser sends arbitrary data → a valid create, or a problem with outcome not-sent", async () => {
    const body = fc.oneof(fc.json(), fc.string(), fc.uint8Array({ maxLength: 200 }));
    await fc.assert(
      fc.asyncProperty(body, async (bytes) => {
        const proxy = openProxy();
        const response = await proxy.post("/api/generations", bytes);
        if (response.status === 201) return;
        const problem = problemSchema.parse(await response.json());
        expect(problem).toMatchObject({ outcome: "not-sent", retryable: false });
        expect(proxy.calls).toHaveLength(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe("with arbitrary text", () => {
  it("proxy: a text contains a lone surrogate or a control character → refused with its field named; nothing is sent to Kirin", async () => {
    const text = fc
      .array(
        fc.oneof(fc.string(), fc.constantFrom("\uD83E", "\uDD8A", "\u0000", "\u001B", "🦊", "\n")),
        { maxLength: 4 },
      )
      .map((parts) => parts.join(""));
    const request = fc.record(
      {
        prompt: text,
        negative_prompt: text,
        callback_url: text.map((end) => `https://example.com/${end}`),
        external_task_id: text,
      },
      { requiredKeys: ["prompt"] },
    );
    await fc.assert(
      fc.asyncProperty(
        request,
        fc.constantFrom("/api/generations", "/api/quotes"),
        async (body, path) => {
          const proxy = openProxy();
          const response = await proxy.post(path, body);
          if (response.status === 400) expect(proxy.calls).toHaveLength(0);
          for (const call of proxy.calls) {
            JSON.parse(call.body ?? "", (_key, value: unknown) => {
              if (typeof value === "string") expect(countUnsendable(value)).toBe(0);
              return value;
            });
          }
        },
      ),
      { numRuns: 300 },
    );
    const proxy = openProxy();
    const refused = await proxy.post("/api/generations", '{"prompt":"fox \\ud83e"}');
    expect(problemSchema.parse(await refused.json())).toMatchObject({
      code: "invalid-parameters",
      outcome: "not-sent",
      issues: [{ field: "prompt", message: "unsendable-characters" }],
    });
  });

  it("proxy: Kirin's message is too long and the limit falls inside an emoji → cut before the emoji", async () => {
    const kirin = async () => Response.json({ message: `${"x".repeat(499)}🦊` }, { status: 400 });
    const response = await openProxy({ kirin }).post("/api/generations", REQUEST);
    const { upstreamMessage } = problemSchema.parse(await response.json());
    expect(upstreamMessage).toBe("x".repeat(499));
  });
});

describe("the problem table", () => {
  it("has an error status and a complete sentence for each code", () => {
    for (const code of PROBLEM_CODES) {
      const rule = problemRule(code);
      expect(rule.status).toBeGreaterThanOrEqual(400);
      expect(rule.detail).toMatch(/^[A-Z].*\.$/);
      expect(rule.title).not.toMatch(/\.$/);
    }
  });
});
