/** A hostile body must not block the event loop: its cost may grow at most linearly with its length. */
import { afterAll, describe, expect, it } from "vitest";
import { startCounting } from "./testing/count-operations.ts";

const BYTES = 4 * 1024;
/** Allowed growth for a body of twice the length, with some tolerance. */
const GROWTH = 2.2;
/** Operations that every request needs. */
const FIXED_OPERATIONS = 3000;

const counter = await startCounting();
afterAll(() => counter.stop());

// The counter only sees modules that are imported after this point.
const { CREATE_PATH } = await import("#kirin/endpoints.ts");
const { HOSTILE_BODIES } = await import("#kirin/testing/hostile-bodies.ts");
const { openProxy } = await import("#proxy/testing/open-proxy.ts");
const { openTestSimulator } = await import("#simulator/testing/test-simulator.ts");

/** Sends bodies of one length and of twice that length, and compares their cost. */
async function expectLinear(
  make: (bytes: number) => string,
  send: (body: string) => Promise<Response>,
) {
  const [warmUp, half, whole] = [make(BYTES), make(BYTES), make(2 * BYTES)];
  // The first run fills caches.
  await send(warmUp);
  const halfCost = await counter.count(() => send(half));
  const wholeCost = await counter.count(() => send(whole));
  expect(halfCost).toBeGreaterThan(0);
  expect(wholeCost).toBeLessThan(GROWTH * halfCost + FIXED_OPERATIONS);
}

describe.each(HOSTILE_BODIES)("a body with $name", ({ make }) => {
  it("costs the proxy linear time", async () => {
    const proxy = openProxy();
    await expectLinear(make, (body) => proxy.post("/api/generations", body));
  });

  it("costs the simulator linear time", async () => {
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
