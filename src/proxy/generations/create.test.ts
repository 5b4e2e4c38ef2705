import { describe, expect, it } from "vitest";
import { deferred } from "#proxy/testing/deferred.ts";
import {
  DONE,
  generationOf,
  KEY,
  openProxy,
  PROMPT,
  postRequest,
  problemOf,
  TASK,
} from "#proxy/testing/open-proxy.ts";
import { json, text } from "#proxy/testing/replies.ts";

const REQUEST = { prompt: PROMPT, duration: "10", external_task_id: "mine-1" };

describe("a successful create", () => {
  it("sends the wire request with the key and a new request id, once", async () => {
    const proxy = openProxy();
    const response = await proxy.post("/api/generations", { ...REQUEST, negative_prompt: "" });
    expect(response.status).toBe(201);
    expect(proxy.calls).toHaveLength(1);
    const [call] = proxy.calls;
    expect(call).toMatchObject({
      url: "https://kirin.test/base/model/v1/generation",
      method: "POST",
      redirect: "manual",
      headers: {
        Authorization: `Bearer ${KEY}`,
        "Content-Type": "application/json",
        "X-Request-Id": "request-1",
      },
    });
    expect(JSON.parse(call?.body ?? "")).toEqual({
      model: "kirin_v2_6_t2v",
      input: [{ params: REQUEST }],
    });
    expect(response.headers.get("X-Request-Id")).toBe("request-1");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  it("proxy: the host fails in the middle of a create → a problem without the host's message, and the outcome is unknown", async () => {
    const proxy = openProxy();
    const waitUntil = () => {
      throw new Error(`no context for ${KEY}`);
    };
    const answered = proxy.fetch(postRequest("/api/generations", REQUEST), { waitUntil });
    const problem = await problemOf(await answered);
    expect(problem).toMatchObject({ status: 500, code: "internal-error", outcome: "unknown" });
    expect(JSON.stringify(problem)).not.toContain("no context");
    expect(proxy.calls).toHaveLength(1);
  });

  it("sets our task id in the generation when Kirin does not echo it", async () => {
    const proxy = openProxy();
    const response = await proxy.post("/api/generations", REQUEST);
    expect(await generationOf(response)).toMatchObject({
      id: "task-1",
      externalTaskId: "mine-1",
      status: "queued",
      upstreamStatus: "in_queue",
      clips: [],
    });
  });

  it("submit: Kirin answers a create with a numeric id beyond 2^53 → the generation keeps every digit of the id", async () => {
    const proxy = openProxy({
      kirin: text(200, '{"id":844329482092085298,"status":"in_queue"}'),
    });
    const response = await proxy.post("/api/generations", REQUEST);
    expect(response.status).toBe(201);
    expect(await generationOf(response)).toMatchObject({
      id: "844329482092085298",
      externalTaskId: "mine-1",
    });
  });

  it("submit: Kirin echoes our task id in another spelling → the generation keeps the id that was sent", async () => {
    const proxy = openProxy({ kirin: json(200, { ...TASK, external_task_id: "MINE-1" }) });
    const response = await proxy.post("/api/generations", REQUEST);
    expect(await generationOf(response)).toMatchObject({ externalTaskId: "mine-1" });
  });

  it("answers 201 for a task that is completed at once, with every digit of its cost", async () => {
    const proxy = openProxy({ kirin: json(202, { data: DONE, status: { code: 200 } }) });
    const response = await proxy.post("/api/generations", REQUEST);
    expect(response.status).toBe(201);
    expect(await generationOf(response)).toMatchObject({
      status: "completed",
      usage: { cost: "0.210000000000000000001", discount: 1, unit_price: "0.042" },
      clips: [{ index: 0, durationSeconds: 5, src: "/api/generations/task-1/clips/0" }],
    });
  });

  it("answers 201 for a task that failed at once", async () => {
    const error = { code: "002014095", error_message: "broke" };
    const proxy = openProxy({ kirin: json(200, { id: "t", status: "failed", error }) });
    const response = await proxy.post("/api/generations", REQUEST);
    expect(response.status).toBe(201);
    expect(await generationOf(response)).toMatchObject({
      status: "failed",
      error: { code: "002014095", message: "broke" },
    });
  });

  it("does not pass the browser's abort signal to Kirin, and asks the host to let the create finish", async () => {
    const browser = new AbortController();
    const kirin = deferred<Response>();
    const asked = deferred<AbortSignal>();
    const kept: Promise<unknown>[] = [];
    const proxy = openProxy({
      kirin: (_url, { signal }) => {
        asked.resolve(signal);
        return kirin.promise;
      },
    });
    const request = new Request(postRequest("/api/generations", REQUEST), {
      signal: browser.signal,
    });
    const answered = proxy.fetch(request, { waitUntil: (work) => kept.push(work) });
    const signal = await asked.promise;
    browser.abort();
    expect(signal.aborted).toBe(false);
    expect(kept).toHaveLength(1);
    kirin.resolve(Response.json(TASK));
    expect((await answered).status).toBe(201);
  });
});

describe("a failed create", () => {
  it("submit: the key is missing, or contains characters that no header can carry → nothing is sent, and the problem says why", async () => {
    for (const apiKey of [null, "", "two words", "new\nline", "schlüssel"]) {
      const proxy = openProxy({ apiKey });
      const problem = await problemOf(await proxy.post("/api/generations", REQUEST));
      expect(problem).toMatchObject({ code: "missing-key", status: 503, outcome: "not-sent" });
      expect(problem.retryable).toBe(false);
      expect(proxy.calls).toHaveLength(0);
    }
  });

  it("submit: Kirin does not answer a create → after 30 s the outcome is unknown, and it is not sent again", async () => {
    const proxy = openProxy({ kirin: () => new Promise(() => undefined) });
    const answered = proxy.post("/api/generations", REQUEST);
    await proxy.asked;
    await proxy.clock.advance(29_999);
    expect(proxy.calls[0]?.signal.aborted).toBe(false);
    await proxy.clock.advance(1);
    expect(proxy.calls[0]?.signal.aborted).toBe(true);
    expect(await problemOf(await answered)).toMatchObject({
      code: "upstream-timeout",
      status: 504,
      outcome: "unknown",
      retryable: false,
    });
  });

  it("submit: the response to a create starts and never ends → after 30 s the outcome is unknown, and the connection is closed", async () => {
    const cancelled = deferred<void>();
    const reading = deferred<void>();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"id":')),
      pull: () => reading.resolve(),
      cancel: () => cancelled.resolve(),
    });
    const proxy = openProxy({ kirin: async () => new Response(body) });
    const answered = proxy.post("/api/generations", REQUEST);
    await reading.promise;
    await proxy.clock.advance(30_000);
    expect(await problemOf(await answered)).toMatchObject({ code: "upstream-timeout" });
    await cancelled.promise;
  });

  it("submit: Kirin refuses a create with a body that never ends → still a refusal; nothing was created", async () => {
    const reading = deferred<void>();
    const body = new ReadableStream({ pull: () => reading.resolve() }, { highWaterMark: 0 });
    const proxy = openProxy({ kirin: async () => new Response(body, { status: 402 }) });
    const answered = proxy.post("/api/generations", REQUEST);
    await reading.promise;
    await proxy.clock.advance(30_000);
    expect(await problemOf(await answered)).toMatchObject({
      code: "upstream-payment-required",
      outcome: "refused",
    });
  });

  it("stops reading a response of 64 MiB soon after 4 MiB", async () => {
    const chunk = new Uint8Array(64 * 1024).fill(0x20);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (sent >= 64 * 1024 * 1024) return controller.close();
        sent += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
    const proxy = openProxy({ kirin: async () => new Response(body) });
    const problem = await problemOf(await proxy.post("/api/generations", REQUEST));
    expect(problem).toMatchObject({ code: "upstream-too-large", outcome: "unknown" });
    expect(sent).toBeLessThan(5 * 1024 * 1024);
  });

  it("proxy: Kirin's refusal contains the key → the key is redacted before the browser sees it", async () => {
    const message = `Invalid key ${KEY}\u0000!`;
    const proxy = openProxy({ kirin: json(401, { error: { message } }) });
    const response = await proxy.post("/api/generations", REQUEST);
    expect(await problemOf(response)).toMatchObject({ upstreamMessage: "Invalid key [key] !" });
  });
});
