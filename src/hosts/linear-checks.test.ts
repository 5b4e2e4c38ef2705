/** A hostile body must not hold the event loop: what it costs grows with its length, and no faster. */
import { describe, expect, it } from "vitest";
import { CREATE_PATH } from "#kirin/endpoints.ts";
import { HOSTILE_BODIES } from "#kirin/testing/hostile-bodies.ts";
import { openProxy } from "#proxy/testing/open-proxy.ts";
import { openStand } from "#simulator/testing/stand.ts";
import { countOperations } from "./testing/count-operations.ts";

const BYTES = 8 * 1024;
/** Twice the length may cost twice as much, and a little for what is not in proportion. */
const GROWTH = 2.2;
/** Blocks run by any request at all, refused or not. */
const FIXED_OPERATIONS = 3000;

async function expectLinear(send: (bytes: number) => Promise<unknown>) {
  // The first run builds what later ones find ready.
  await send(BYTES);
  const half = await countOperations(() => send(BYTES));
  const whole = await countOperations(() => send(2 * BYTES));
  expect(whole).toBeLessThan(GROWTH * half + FIXED_OPERATIONS);
}

describe.each(HOSTILE_BODIES)("a body with $name", ({ make }) => {
  it("costs the proxy no more than its length", async () => {
    const proxy = openProxy();
    await expectLinear((bytes) => proxy.post("/api/generations", make(bytes)));
  });

  it("costs the simulator no more than its length", async () => {
    const stand = await openStand();
    await expectLinear((bytes) =>
      stand.fetch(CREATE_PATH, {
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: "Bearer sk-one" },
        body: `{"model":"kirin_v2_6_t2v","input":[{"params":${make(bytes)}}]}`,
      }),
    );
  });
});
