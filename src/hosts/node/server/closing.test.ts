import { once } from "node:events";
import { Agent, request as ask } from "node:http";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createClipFetch } from "#hosts/node/outgoing/clip-fetch.ts";
import { createUpstreamFetch } from "#hosts/node/outgoing/upstream-fetch.ts";
import { serveLoopback } from "#hosts/node/testing/loopback.ts";
import { ON_LOOPBACK, plainApp } from "#hosts/node/testing/plain-app.ts";
import type { PlainFetchInit } from "#proxy/options.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { CLIENT_TIMEOUTS, listen } from "./listen.ts";

/** A Kirin that accepts a request and responds only when the test says so. */
async function serveSilence() {
  const arrived = deferred<() => void>();
  const origin = await serveLoopback((_request, response) => {
    arrived.resolve(() => response.end("{}"));
  });
  return { origin, arrived: arrived.promise };
}

function get(): PlainFetchInit {
  return { method: "GET", headers: {}, redirect: "manual", signal: new AbortController().signal };
}

function post(): PlainFetchInit {
  return { ...get(), method: "POST", body: "{}" };
}

describe("closing the transport to Kirin", () => {
  it("proxy: the server is stopped during a create → it waits for Kirin's response before it exits", async () => {
    const { origin, arrived } = await serveSilence();
    const transport = createUpstreamFetch();
    const order: string[] = [];
    const creating = transport.fetch(origin, post());
    const answered = creating.then(() => order.push("answered"));
    const answerNow = await arrived;
    const closed = transport.close(new AbortController().signal).then(() => order.push("closed"));
    answerNow();
    await Promise.all([answered, closed]);
    expect((await creating).status).toBe(200);
    expect(order).toEqual(["answered", "closed"]);
  });

  it("waits for a clip from the upstream's own origin, too", async () => {
    const { origin, arrived } = await serveSilence();
    const transport = createClipFetch({ trustedOrigin: origin });
    const order: string[] = [];
    const answered = transport.fetch(`${origin}/a.mp4`, get()).then(async (response) => {
      await response.text();
      order.push("answered");
    });
    const answerNow = await arrived;
    const closed = transport.close(new AbortController().signal).then(() => order.push("closed"));
    answerNow();
    await Promise.all([answered, closed]);
    expect(order[0]).toBe("answered");
  });

  it.each([["create", post()] as const, ["read", get()] as const])(
    "stops waiting for a stuck %s when the grace period ends",
    async (_name, init) => {
      const { origin, arrived } = await serveSilence();
      const transport = createUpstreamFetch();
      const calling = transport.fetch(origin, init);
      const answerNow = await arrived;
      const grace = new AbortController();
      const closed = transport.close(grace.signal);
      grace.abort();
      await closed;
      answerNow();
      await calling;
    },
  );

  it("does not wait when the grace period is already over", async () => {
    const { origin, arrived } = await serveSilence();
    const transport = createClipFetch({ trustedOrigin: origin });
    const calling = transport.fetch(`${origin}/a.mp4`, get());
    const answerNow = await arrived;
    await transport.close(AbortSignal.abort());
    answerNow();
    await calling;
  });
});

describe("draining the server", () => {
  /** Idle connections are never closed for being idle. */
  const LONG_KEEP_ALIVE = { ...CLIENT_TIMEOUTS, keepAliveTimeout: 600_000 };

  /** Sends a request on a connection of its own that stays open afterwards. */
  function keepAlive(url: string) {
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const request = ask(url, { agent }).end();
    const closed = once(request, "socket").then(([socket]) => once(socket, "close"));
    const answered = once(request, "response").then(([response]) => {
      response.resume();
      return response.headers.connection;
    });
    return { answered, closed };
  }

  it("closes idle connections, and each other one after its response, while new requests are still answered", async () => {
    const asked = deferred<() => void>();
    const app = plainApp(({ url }) =>
      url.endsWith("/slow")
        ? new Promise((resolve) => asked.resolve(() => resolve(new Response("late"))))
        : new Response("here"),
    );
    const server = await listen(app, ON_LOOPBACK, LONG_KEEP_ALIVE);
    onTestFinished(() => server.close(AbortSignal.abort()));
    const idle = keepAlive(server.url);
    expect(await idle.answered).toBe("keep-alive");
    const slow = keepAlive(`${server.url}/slow`);
    const answerNow = await asked.promise;
    server.drain();
    await idle.closed;
    answerNow();
    await slow.answered;
    await slow.closed;
    const late = keepAlive(server.url);
    expect(await late.answered).toBe("close");
    await late.closed;
  });
});

describe("closing the server", () => {
  /** A grace period that never ends. */
  const endless = new AbortController().signal;

  it("does not wait for a connection without a request", async () => {
    const server = await listen(plainApp(), ON_LOOPBACK);
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    // The connection ends in any case. If the server has not accepted it yet, it is reset.
    const ended = deferred<void>();
    socket.on("error", () => undefined).on("close", () => ended.resolve());
    socket.resume();
    await once(socket, "connect");
    await server.close(endless);
    await ended.promise;
  });

  it("closes a keep-alive connection after its last response", async () => {
    const asked = deferred<() => void>();
    const app = plainApp(
      () =>
        new Promise((resolve) => {
          asked.resolve(() => resolve(new Response("the answer")));
        }),
    );
    const server = await listen(app, ON_LOOPBACK);
    const agent = new Agent({ keepAlive: true });
    const request = ask(server.url, { agent }).end();
    const answered = once(request, "response");
    const answerNow = await asked.promise;
    const closed = server.close(endless);
    answerNow();
    const [response] = await answered;
    let text = "";
    for await (const chunk of response) text += chunk;
    expect(text).toBe("the answer");
    await closed;
    agent.destroy();
  });

  it("destroys connections when the grace period ends, not before", async () => {
    const asked = deferred<void>();
    const app = plainApp(() => {
      asked.resolve();
      return new Promise(() => undefined);
    });
    const server = await listen(app, ON_LOOPBACK);
    const request = ask(server.url).end();
    const hungUp = once(request, "error");
    await asked.promise;
    const grace = new AbortController();
    const closed = server.close(grace.signal);
    expect(request.destroyed).toBe(false);
    grace.abort();
    await closed;
    await hungUp;
  });
});
