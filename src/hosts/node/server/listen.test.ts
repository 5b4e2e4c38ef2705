import { once } from "node:events";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, it, onTestFinished, test } from "vitest";
import { ON_LOOPBACK, plainApp } from "#hosts/node/testing/plain-app.ts";
import { listen } from "./listen.ts";

/** Containers often lack IPv6. */
const LOOPBACKS = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .map(({ address }) => address)
  .filter((address) => address === "127.0.0.1" || address === "::1");

/** Occupies a port on an address until the test ends, and returns it. */
async function take(address: string): Promise<number> {
  const server = createServer().listen(0, address);
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const bound = server.address();
  return typeof bound === "object" && bound ? bound.port : 0;
}

const silent = plainApp();

describe("a port that is taken", () => {
  it.each(LOOPBACKS)(
    "proxy: the port is taken by another program → the server does not start, and the error says what to do (%s)",
    async (address) => {
      const port = await take(address);
      await expect(listen(silent, { ...ON_LOOPBACK, host: "localhost", port })).rejects.toThrow(
        `Port ${port} is already in use. Set PORT to a free port, or stop the program that uses it.`,
      );
      // The other loopback address is released, too.
      for (const host of LOOPBACKS.filter((other) => other !== address)) {
        const server = await listen(silent, { ...ON_LOOPBACK, host, port });
        await server.close();
      }
    },
  );
});

test("a HOST that is not an address of this machine is named in the error", async () => {
  // From a block reserved for documentation (RFC 5737).
  const settings = {
    ...ON_LOOPBACK,
    host: "192.0.2.1",
    allowedHosts: ["studio.test"],
    isBehindAuth: true,
  };
  const start = listen(silent, settings);
  await expect(start).rejects.toThrow(/^HOST must be a name or address of this machine/);
});

test("localhost listens on both loopback addresses until it is closed", async () => {
  const server = await listen(
    plainApp(() => new Response("here")),
    { ...ON_LOOPBACK, host: "localhost" },
  );
  const { port } = new URL(server.url);
  const urls = [...LOOPBACKS, "localhost"].map(
    (host) => `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
  );
  for (const url of urls) expect(await (await fetch(url)).text()).toBe("here");
  await server.close();
  for (const url of urls) await expect(fetch(url)).rejects.toThrow();
});
