import { describe, expect, it } from "vitest";
import { configSchema } from "#contract/config.ts";
import { DONE, generationOf, KEY, openProxy, problemOf } from "#proxy/testing/open-proxy.ts";

describe("GET /api/generations/{id}", () => {
  it("reads a task by either of its ids, URL-encoded", async () => {
    const proxy = openProxy();
    for (const id of ["task-1", "50%", "ünï", "a?b#c"]) {
      const response = await proxy.get(`/api/generations/${encodeURIComponent(id)}`);
      expect(response.status).toBe(200);
      expect(await generationOf(response)).toMatchObject({ id: "task-1" });
    }
    expect(proxy.calls.map(({ url, method }) => [method, url.split("/task/")[1]])).toEqual([
      ["GET", "task-1"],
      ["GET", "50%25"],
      ["GET", "%C3%BCn%C3%AF"],
      ["GET", "a%3Fb%23c"],
    ]);
    expect(proxy.calls[0]?.headers.Authorization).toBe(`Bearer ${KEY}`);
    expect(proxy.calls[0]?.body).toBeUndefined();
  });

  it.each([
    ["task-1", {}, null],
    ["task-1", { external_task_id: "mine-1" }, "mine-1"],
    ["task-1", { external_id: "mine-1" }, "mine-1"],
    ["mine-1", {}, "mine-1"],
    ["mine-1", { external_task_id: "mine-1" }, "mine-1"],
    ["mine-1", { external_task_id: "MINE-1" }, "mine-1"],
  ])(
    "poll: Kirin returns a task with another id than requested → externalTaskId is the requested id (%s, echo %j)",
    async (asked, echo, externalTaskId) => {
      const proxy = openProxy({ kirin: async () => Response.json({ ...DONE, ...echo }) });
      const generation = await generationOf(await proxy.get(`/api/generations/${asked}`));
      expect(generation).toMatchObject({ id: "task-1", externalTaskId });
      expect(generation.echoedTaskId).toBe(Object.values(echo)[0] ?? null);
    },
  );

  it("poll: Kirin sends integers beyond 2^53 → every digit reaches the browser, as a string", async () => {
    const body = `{"id":844329482092085298,"external_task_id":9007199254740993,"status":"completed",
      "output":[{"type":"video","url":"https://cdn.test/a.mp4"}],
      "usage":{"cost":"0.35","discount":1,"order":18446744073709551615},
      "metadata":{"seed":9007199254740993,"score":0.1234567890123456789},"trace":[12345678901234567890]}`;
    const proxy = openProxy({ kirin: async () => new Response(body) });
    const generation = await generationOf(await proxy.get("/api/generations/844329482092085298"));
    expect(generation).toMatchObject({
      id: "844329482092085298",
      externalTaskId: "9007199254740993",
      usage: { order: "18446744073709551615" },
      metadata: { seed: "9007199254740993", score: "0.1234567890123456789" },
      unknownFields: { trace: ["12345678901234567890"] },
      clips: [{ src: "/api/generations/844329482092085298/clips/0" }],
    });
  });

  it.each([
    ['{"cost":1e-7}', { cost: "0.0000001" }],
    ['{"cost":"1e-7"}', { cost: "0.0000001" }],
    ['{"cost":"0,35"}', { cost: "0,35" }],
    ['{"cost":" 0.35 "}', { cost: "0.35" }],
    ['{"cost":"35","currency":"credit"}', { cost: "35", currency: "credit" }],
    ['{"cost":0.35}', { cost: "0.35" }],
    ['{"cost":"0.35","discount":"0.05"}', { cost: "0.35", discount: "0.05" }],
    ['{"cost":0.1234567890123456789}', { cost: "0.1234567890123456789" }],
  ])(
    "poll: Kirin writes an amount in an unusual format → the generation keeps its digits, unit and discount (%s)",
    async (usage, expected) => {
      const body = JSON.stringify(DONE).replace(/"usage":\{[^}]*\}/, `"usage":${usage}`);
      const proxy = openProxy({ kirin: async () => new Response(body) });
      const generation = await generationOf(await proxy.get("/api/generations/task-1"));
      expect(generation.usage).toEqual({ discount: null, ...expected });
    },
  );

  it("poll: Kirin sends billing entries instead of usage → the billed amount is the cost", async () => {
    const { usage: _none, ...task } = DONE;
    const billing = [{ charge_type: "cash", amount: "2.5", currency: "CNY" }];
    const proxy = openProxy({ kirin: async () => Response.json({ ...task, billing }) });
    const generation = await generationOf(await proxy.get("/api/generations/task-1"));
    expect(generation).toMatchObject({
      usage: { cost: "2.5", currency: "CNY", discount: null, billing },
      unknownFields: {},
    });
  });

  it("poll: a task completes without a clip but with a cost → the generation has failed, and the browser gets its cost", async () => {
    const { output: _none, ...task } = DONE;
    const proxy = openProxy({ kirin: async () => Response.json(task) });
    expect(await generationOf(await proxy.get("/api/generations/task-1"))).toMatchObject({
      status: "failed",
      upstreamStatus: "completed",
      clips: [],
      usage: DONE.usage,
    });
  });

  it("keeps unknown fields and Kirin's own status", async () => {
    const task = { ...DONE, status: "SUCCEED", metadata: { take: 2 }, novel: [1] };
    const proxy = openProxy({ kirin: async () => Response.json(task) });
    expect(await generationOf(await proxy.get("/api/generations/x"))).toMatchObject({
      status: "completed",
      upstreamStatus: "SUCCEED",
      metadata: { take: 2 },
      unknownFields: { novel: [1] },
    });
  });

  it("hides the upstream URL of the clip", async () => {
    const proxy = openProxy({ kirin: async () => Response.json(DONE) });
    expect(await (await proxy.get("/api/generations/x")).text()).not.toContain("cdn.test");
  });

  it.each([
    [404, "task-not-found", false],
    [410, "task-not-found", false],
    [401, "upstream-unauthorized", false],
    [409, "upstream-error", true],
    [429, "rate-limited", true],
    [500, "upstream-error", true],
    [408, "upstream-error", true],
    [302, "upstream-redirected", false],
  ])(
    "poll: Kirin answers a read with an error → a problem of this read only, which does not end the task (%i is %s, retryable: %s)",
    async (status, code, retryable) => {
      const proxy = openProxy({ kirin: async () => new Response("no", { status }) });
      const problem = await problemOf(await proxy.get("/api/generations/x"));
      expect(problem).toMatchObject({ code, retryable });
      expect(problem.outcome).toBeUndefined();
    },
  );

  it.each(["<html>Sign in</html>", '{"id":"t","sta', "", "{}"])(
    "poll: Kirin answers a read with HTML or truncated JSON → a retryable problem of this read only (%j)",
    async (body) => {
      const proxy = openProxy({ kirin: async () => new Response(body) });
      const problem = await problemOf(await proxy.get("/api/generations/x"));
      expect(problem).toMatchObject({ code: "upstream-unreadable", retryable: true });
      expect(problem.outcome).toBeUndefined();
    },
  );

  it("poll: Kirin wraps its 404 in an HTTP 200 → reported as an unknown task", async () => {
    const kirin = async () => Response.json({ status: { code: 404, message: "gone" } });
    const problem = await problemOf(await openProxy({ kirin }).get("/api/generations/x"));
    expect(problem).toMatchObject({ code: "task-not-found", upstreamMessage: "gone" });
  });

  it("poll: Kirin does not answer a read → after 15 s a retryable problem of this read only", async () => {
    const proxy = openProxy({ kirin: () => new Promise(() => undefined) });
    const answered = proxy.get("/api/generations/x");
    await proxy.asked;
    await proxy.clock.advance(15_000);
    expect(await problemOf(await answered)).toMatchObject({
      code: "upstream-timeout",
      retryable: true,
    });
  });

  it.each([
    "%252e%252e",
    "..%2f..%2fledger",
    "a%2Fb",
    "a%5Cb",
    "a%252fb",
    "%00",
    "a%0d%0aX-Header:1",
    "x".repeat(600),
  ])(
    "proxy: an id contains a path traversal → reported as unknown without calling Kirin (%s)",
    async (id) => {
      const proxy = openProxy();
      for (const path of [`/api/generations/${id}`, `/api/generations/${id}/clips/0`]) {
        expect((await problemOf(await proxy.get(path))).code).toBe("task-not-found");
      }
      expect(proxy.calls).toHaveLength(0);
    },
  );
});

describe("POST /api/quotes", () => {
  const NONE = { cost: null, currency: "USD", discount: null };
  const quote = (kirin: () => Promise<Response>) =>
    openProxy({ kirin })
      .post("/api/quotes", { prompt: "a", mode: "pro" })
      .then(async (response) => [response.status, await response.json()]);

  it("sends the body of a create to Kirin's precharge endpoint", async () => {
    const proxy = openProxy({
      kirin: async () =>
        Response.json({ status: "success", data: { cost: "0.20", currency: "USD", discount: 1 } }),
    });
    const response = await proxy.post("/api/quotes", { prompt: "a", mode: "pro" });
    expect(await response.json()).toEqual({ cost: "0.20", currency: "USD", discount: 1 });
    expect(proxy.calls[0]?.url).toBe("https://kirin.test/base/model/v1/generation/precharge");
    expect(JSON.parse(proxy.calls[0]?.body ?? "").input[0].params.mode).toBe("pro");
  });

  it.each([200, 201, 299])("returns the price of an answer with HTTP %i", async (status) => {
    const answer = Response.json({ status: "success", data: { cost: "9" } }, { status });
    expect(await quote(async () => answer)).toMatchObject([200, { cost: "9" }]);
  });

  it.each([404, 405, 501, 500, 401, 429, 302])(
    "returns no price when Kirin answers with HTTP %i",
    async (status) => {
      const answer = Response.json({ status: "success", data: { cost: "9" } }, { status });
      expect(await quote(async () => answer)).toEqual([200, NONE]);
    },
  );

  it.each(["", "<html>", "{}", '{"status":"failed","data":{"cost":"1"}}', '{"status":"success"}'])(
    "returns no price when Kirin answers %j",
    async (body) => expect(await quote(async () => new Response(body))).toEqual([200, NONE]),
  );

  it("accepts a price without a second request, whatever error code is beside it", async () => {
    const body = { status: "success", code: 500, data: { cost: "0.2", currency: "USD" } };
    const proxy = openProxy({ kirin: async () => Response.json(body) });
    const response = await proxy.post("/api/quotes", { prompt: "a" });
    expect(await response.json()).toMatchObject({ cost: "0.2" });
    expect(proxy.calls).toHaveLength(1);
  });

  it("returns no price when Kirin is unreachable or too slow, or the key is missing", async () => {
    expect(await quote(() => Promise.reject(new Error("reset")))).toEqual([200, NONE]);
    const late = openProxy({ kirin: () => new Promise(() => undefined) });
    const answered = late.post("/api/quotes", { prompt: "a" });
    await late.asked;
    await late.clock.advance(15_000);
    expect(await (await answered).json()).toEqual(NONE);
    const keyless = await openProxy({ apiKey: null }).post("/api/quotes", { prompt: "a" });
    expect(await keyless.json()).toEqual(NONE);
  });
});

describe("routes that do not call Kirin", () => {
  it("/api/config returns the studio's configuration", async () => {
    const response = await openProxy({ kind: "simulator" }).get("/api/config");
    expect(configSchema.parse(await response.json())).toEqual({
      upstream: "simulator",
      model: "kirin_v2_6_t2v",
      hasKey: true,
      createTimeoutMs: 30_000,
      readTimeoutMs: 15_000,
      pollMinMs: 500,
    });
    const keyless = await openProxy({ apiKey: null }).get("/api/config");
    expect(configSchema.parse(await keyless.json())).toMatchObject({
      upstream: "live",
      hasKey: false,
    });
  });

  it("/healthz returns ok", async () => {
    const response = await openProxy().get("/healthz");
    expect(await response.json()).toEqual({ status: "ok" });
  });

  it("logs one line of JSON per request, with the route pattern instead of the URL", async () => {
    const proxy = openProxy();
    await proxy.get("/api/generations/secret-id?token=1");
    await proxy.get("/api/nothing/secret-id");
    expect(proxy.lines.map((line) => JSON.parse(line))).toEqual([
      {
        time: "2026-11-22T12:00:00.000Z",
        requestId: "request-1",
        method: "GET",
        route: "/api/generations/:id",
        status: 200,
        ms: 0,
      },
      {
        time: "2026-11-22T12:00:00.000Z",
        requestId: "request-2",
        method: "GET",
        route: "*",
        status: 404,
        code: "not-found",
        ms: 0,
      },
    ]);
    expect(proxy.lines.join()).not.toContain("secret-id");
  });
});
