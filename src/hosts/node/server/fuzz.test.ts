import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { arbitraryRequest } from "#hosts/node/testing/arbitrary-request.ts";
import { type FuzzedServer, openFuzzedServer } from "#hosts/node/testing/fuzzed-server.ts";

let server: FuzzedServer;
beforeAll(async () => {
  server = await openFuzzedServer();
});
afterAll(() => server.close());

/** `npm run bench` sends fifty times as many. */
const CASES = 2_000;

it("proxy: a client sends arbitrary bytes → never a 5xx, Kirin is asked for tasks only, and the server keeps running", async () => {
  const property = fc.asyncProperty(arbitraryRequest, async (request) => {
    expect(await server.faultOf(request)).toBeNull();
  });
  await fc.assert(property, { numRuns: CASES });
  expect(await server.isAlive()).toBe(true);
});
