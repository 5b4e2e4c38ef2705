/** A hostile body must not hold the event loop: what it costs grows with its length, and no faster. */
import { afterAll, describe, expect, it } from "vitest";
import { startCounting } from "./testing/count-operations.ts";

const BYTES = 4 * 1024;
/** Twice the length may cost twice as much, and a little for what is not in proportion. */
const GROWTH = 2.2;
/** Blocks run by any request at all, refused or not. */
const FIXED_OPERATIONS = 3000;

const counter = await startCounting();
afterAll(() => counter.stop());

// Only what is loaded from here on is counted.
const { CREATE_PATH } = await import("#kirin/endpoints.ts");
const { HOSTILE_BODIES } = await import("#kirin/testing/hostile-bodies.ts");
const { openProxy } = await import("#proxy/testing/open-proxy.ts");
const { openTestSimulator } = await import("#simulator/testing/test-simulator.ts");

/** Sends bodies of one length and of twice that length, and compares what they cost. */
async function expectLinear(
  make: (bytes: number) => string,
  send: (body: string) => Promise<Response>,
) {
  const [warmUp, half, whole] = [make(BYTES), make(BYTES), make(2 * BYTES)];
  // The first run builds what later ones find ready.
  await send(warmUp);
  const halfCost = await counter.count(() => send(half));
  const wholeCost = await counter.count(() => send(whole));
  expect(halfCost).toBeGreaterThan(0);
  expect(wholeCost).toBeLessThan(GROWTH * halfCost + FIXED_OPERATIONS);
}

describe.each(HOSTILE_BODIES)("a body with $name", ({ make }) => {
  it("costs the proxy no more than its length", async () => {
    const proxy = openProxy();
    await expectLinear(make, (body) => proxy.post("/api/generations", body));
  });

  it("costs the simulator no more than its length", async () => {
    const fixture = await openTestSimulator();
    await expectLinear(make, (body) =>
      fixture.fetch(CREATE_PATH, {
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: "Bearer sk-one" },
        body: `{"model":"kirin_v2_6_t2v","input":[{"params":${body}}]}`,
      }),
    );
  });
});
