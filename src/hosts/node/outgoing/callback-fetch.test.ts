import type { LookupFunction } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { serveLoopback } from "#hosts/node/testing/loopback.ts";
import { ClipAddressRefused } from "#proxy/clips/clip-address.ts";
import { createCallbackFetch } from "./callback-fetch.ts";

/** A resolver that returns one address for every name. */
function resolver(address: string): LookupFunction {
  const family = address.includes(":") ? 6 : 4;
  return (_hostname, options, callback) =>
    options.all ? callback(null, [{ address, family }]) : callback(null, address, family);
}

/** A receiver on loopback, and a function that posts a callback. */
async function open({ mayCallLoopback = false, resolvesTo = "127.0.0.1" } = {}) {
  const received: string[] = [];
  const origin = await serveLoopback(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    received.push(`${request.method} ${request.headers["content-type"]} ${text}`);
    response.writeHead(302, { Location: "/elsewhere" }).end();
  });
  const callbacks = createCallbackFetch({ mayCallLoopback, lookup: resolver(resolvesTo) });
  onTestFinished(() => callbacks.close());
  const post = (url: string) =>
    callbacks.fetch(
      new Request(url, {
        method: "POST",
        body: '{"id":"t"}',
        headers: { "Content-Type": "application/json" },
      }),
    );
  return { received, post, port: new URL(origin).port };
}

describe("a callback", () => {
  it.each([
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "017700000001",
    "0.0.0.0",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "metadata.google.internal",
    "rebinding.test",
  ])(
    "proxy: a creator names an internal address as callback URL → no connection (%s)",
    async (host) => {
      const { received, post, port } = await open();
      await expect(post(`http://${host}:${port}/hook`)).rejects.toThrow(ClipAddressRefused);
      expect(received).toEqual([]);
    },
  );

  it("may reach this machine while only this machine can use the server", async () => {
    const { received, post, port } = await open({ mayCallLoopback: true });
    for (const host of ["127.0.0.1", "localhost"]) {
      expect((await post(`http://${host}:${port}/hook`)).status).toBe(302);
    }
    expect(received).toEqual(Array(2).fill('POST application/json {"id":"t"}'));
    await expect(post(`http://10.0.0.1:${port}/hook`)).rejects.toThrow(ClipAddressRefused);
  });

  it("is refused when a name resolves to a private network, whoever uses the server", async () => {
    const { post, port } = await open({ mayCallLoopback: true, resolvesTo: "192.168.1.7" });
    await expect(post(`http://router.test:${port}/hook`)).rejects.toThrow(ClipAddressRefused);
  });
});
