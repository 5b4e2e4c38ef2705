import { once } from "node:events";
import { Agent, request as ask } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { createClipFetch } from "#hosts/node/outgoing/clip-fetch.ts";
import { createUpstreamFetch } from "#hosts/node/outgoing/upstream-fetch.ts";
import { serveLoopback } from "#hosts/node/testing/loopback.ts";
import { ON_LOOPBACK, plainApp } from "#hosts/node/testing/plain-app.ts";
import type { PlainFetchInit } from "#proxy/options.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { listen } from "./listen.ts";

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
    const creating = transport.fetch(origin, post());
    const answerNow = await arrived;
    const closed = transport.close(new AbortController().signal);
    answerNow();
    expect((await creating).status).toBe(200);
    await closed;
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
