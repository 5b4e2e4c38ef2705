import { describe, expect, it } from "vitest";
import { deferred } from "./testing/deferred.ts";
import { ORIGIN, openProxy, PROMPT, problemOf, TASK } from "./testing/open-proxy.ts";

describe("a proxy that is stopping", () => {
  it.each([
    ["POST", "/api/generations"],
    ["POST", "/api/quotes"],
    ["GET", "/api/generations/t"],
    ["GET", "/api/generations/t/clips/0"],
    ["GET", "/api/config"],
    ["GET", "/healthz"],
    ["GET", "/index.html"],
  ])(
    "proxy: a request arrives while the server is stopping → 503 with Retry-After and a log line; Kirin is not called (%s %s)",
    async (method, path) => {
      const proxy = openProxy({ assets: () => new Response("a file") });
      proxy.stop();
      const response = await (method === "POST"
        ? proxy.post(path, { prompt: PROMPT })
        : proxy.get(path));
      expect(response.headers.get("Retry-After")).toBe("5");
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ status: 503, code: "server-stopping", retryable: true });
      const outcome = path === "/api/generations" ? "not-sent" : undefined;
      expect(problem.outcome).toBe(outcome);
      expect(JSON.parse(proxy.lines[0] ?? "")).toMatchObject({
        status: 503,
        code: "server-stopping",
        ...(outcome && { outcome }),
      });
      expect(proxy.calls).toHaveLength(0);
    },
  );

  it("still answers a foreign host with 421", async () => {
    const proxy = openProxy();
    proxy.stop();
    const response = await proxy.fetch(new Request("http://evil.test/healthz"));
    expect(response.status).toBe(421);
  });

  it("submit: the server is stopped while a create waits for Kirin → the create still gets its response", async () => {
    const kirin = deferred<Response>();
    const proxy = openProxy({ kirin: () => kirin.promise });
    const creating = proxy.post("/api/generations", { prompt: PROMPT });
    await proxy.asked;
    const { creates, settled } = proxy.stop();
    expect(creates).toBe(1);
    let hasSettled = false;
    void settled.then(() => {
      hasSettled = true;
    });
    expect((await proxy.get("/healthz")).status).toBe(503);
    expect(hasSettled).toBe(false);
    kirin.resolve(Response.json(TASK));
    expect((await creating).status).toBe(201);
    await settled;
  });

  it("submit: the server is stopped while two creates wait for Kirin → it waits for both, even if the first one fails", async () => {
    const held = [deferred<Response>(), deferred<Response>()];
    let sent = 0;
    const allAsked = deferred<void>();
    const proxy = openProxy({
      kirin: () => {
        sent += 1;
        if (sent === 2) allAsked.resolve();
        return held[sent - 1]?.promise ?? Promise.reject(new Error("a third create"));
      },
    });
    const creating = [1, 2].map(() => proxy.post("/api/generations", { prompt: PROMPT }));
    await allAsked.promise;
    const { creates, settled } = proxy.stop();
    expect(creates).toBe(2);
    let hasSettled = false;
    void settled.then(() => {
      hasSettled = true;
    });
    held[0]?.resolve(new Response(null, { status: 500 }));
    expect((await creating[0])?.status).toBe(502);
    await proxy.clock.advance(0);
    expect(hasSettled).toBe(false);
    held[1]?.resolve(Response.json(TASK));
    expect((await creating[1])?.status).toBe(201);
    await settled;
    expect(proxy.stop().creates).toBe(0);
  });

  it("waits for a create no longer than its timeout", async () => {
    const proxy = openProxy({ kirin: () => new Promise(() => undefined) });
    const creating = proxy.post("/api/generations", { prompt: PROMPT });
    await proxy.asked;
    const { settled } = proxy.stop();
    await proxy.clock.advance(30_000);
    await settled;
    expect((await problemOf(await creating)).code).toBe("upstream-timeout");
  });

  it("submit: the server is stopped while a create's body is still arriving → it is refused as not sent", async () => {
    const proxy = openProxy();
    const rest = deferred<void>();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await rest.promise;
        controller.enqueue(new TextEncoder().encode(JSON.stringify({ prompt: PROMPT })));
        controller.close();
      },
    });
    // `fetch` requires `duplex` for streams, and the DOM types lack it.
    const streaming = { body, duplex: "half" };
    const creating = proxy.fetch(
      new Request(`${ORIGIN}/api/generations`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1" },
        ...streaming,
      }),
    );
    proxy.stop();
    rest.resolve();
    expect(await problemOf(await creating)).toMatchObject({
      code: "server-stopping",
      outcome: "not-sent",
    });
    expect(proxy.calls).toHaveLength(0);
  });
});
