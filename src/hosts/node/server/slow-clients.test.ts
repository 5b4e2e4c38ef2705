import { describe, expect, it, onTestFinished } from "vitest";
import { ON_LOOPBACK, plainApp } from "#hosts/node/testing/plain-app.ts";
import { exchange, statusesIn } from "#hosts/node/testing/raw-socket.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { CLIENT_TIMEOUTS, listen } from "./listen.ts";

/** Longer than a busy machine keeps this process waiting, so that a client is only slow on purpose. */
const SHORT = {
  headersTimeout: 500,
  requestTimeout: 600,
  connectionsCheckingInterval: 50,
  keepAliveTimeout: 500,
};
const HEAD = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n";

async function serve(app = plainApp()) {
  const server = await listen(app, ON_LOOPBACK, SHORT);
  onTestFinished(() => server.close());
  return server.url;
}

/** Responds after reading the whole body. */
const readsBody = () =>
  plainApp(async (request) => new Response(String((await request.arrayBuffer()).byteLength)));

describe("a slow client", () => {
  it("is disconnected within 15 seconds", () => {
    const { headersTimeout, requestTimeout, connectionsCheckingInterval } = CLIENT_TIMEOUTS;
    const slowest = Math.max(headersTimeout, requestTimeout) + connectionsCheckingInterval;
    expect(slowest).toBeLessThan(15_000);
    expect(CLIENT_TIMEOUTS.keepAliveTimeout).toBeLessThan(15_000);
  });

  it.each([
    ["headers", HEAD],
    ["a body", `${HEAD}\r\nhalf`],
  ])(
    "proxy: a client stalls in the middle of its request → the connection is closed with a logged 408 (%s)",
    async (_name, bytes) => {
      const app = readsBody();
      const answer = await exchange(await serve(app), bytes, { isHeldOpen: true });
      expect(app.refused).toEqual(["request-timeout"]);
      expect(statusesIn(answer)).toHaveLength(1);
    },
  );

  it("is disconnected without a response if it never sent anything", async () => {
    const app = plainApp();
    expect(await exchange(await serve(app), "", { isHeldOpen: true })).toBe("");
    expect(app.refused).toEqual([]);
  });

  it("is disconnected after its response if it stays idle", async () => {
    const answer = await exchange(await serve(), "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", {
      isHeldOpen: true,
    });
    expect(statusesIn(answer)).toEqual([204]);
  });

  it("may wait for and read a response without a time limit", async () => {
    const waited = deferred<void>();
    const app = plainApp(async () => {
      await waited.promise;
      return new Response("late");
    });
    const url = await serve(app);
    const request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    const answer = exchange(url, request, { isHeldOpen: true });
    // Once the server disconnects a slow client, every time limit has passed.
    await exchange(url, HEAD, { isHeldOpen: true });
    waited.resolve();
    expect(statusesIn(await answer)).toEqual([200]);
  });
});
