/** Callbacks are sent in order, retried, never delay the task, and are resumed after a restart. */
import { describe, expect, test } from "vitest";
import { openTestSimulator } from "./testing/test-simulator.ts";

const URL = "http://receiver.test/hook";

/** A receiver that records callbacks and responds from a script, then with 204. */
function receiver(script: Array<number | "reset"> = []) {
  const received: Array<{ url: string; type: string | null; body: Record<string, unknown> }> = [];
  return {
    received,
    statuses: () => received.map(({ body }) => body.status),
    callbackFetch: async (request: Request) => {
      received.push({
        url: request.url,
        type: request.headers.get("Content-Type"),
        body: await request.json(),
      });
      const next = script.shift() ?? 204;
      if (next === "reset") throw new TypeError("connection reset");
      return new Response(null, { status: next, headers: { Location: "http://elsewhere.test/" } });
    },
  };
}

describe("a callback", () => {
  test("reports every status change with the task as it is read", async () => {
    const { received, statuses, callbackFetch } = receiver();
    const fixture = await openTestSimulator({ callbackFetch });
    const { body } = await fixture.create({ prompt: "A sea", callback_url: URL });
    await fixture.finishAll();
    expect(statuses()).toEqual(["in_progress", "completed"]);
    expect(received[1]).toEqual({
      url: URL,
      type: "application/json",
      body: (await fixture.read(body.id)).body,
    });
  });

  test("reports a failure", async () => {
    const { statuses, callbackFetch } = receiver();
    const fixture = await openTestSimulator({ callbackFetch });
    await fixture.create({ prompt: "A sea [[fail 002014095]]", callback_url: URL });
    await fixture.clock.advance(2_000);
    expect(statuses()).toEqual(["in_progress", "failed"]);
  });

  test("is retried with increasing delays and in order, without delaying the task", async () => {
    const { statuses, callbackFetch } = receiver([500, "reset", 302]);
    const fixture = await openTestSimulator({ callbackFetch });
    const { body } = await fixture.create({ prompt: "A sea", callback_url: URL });
    await fixture.finishAll();
    expect((await fixture.read(body.id)).body.status).toBe("completed");
    expect(statuses()).toEqual(["in_progress"]);
    await fixture.clock.advance(1_000);
    expect(statuses()).toHaveLength(2);
    await fixture.clock.advance(2_000);
    expect(statuses()).toHaveLength(3);
    await fixture.clock.advance(4_000);
    expect(statuses()).toEqual([...Array(4).fill("in_progress"), "completed"]);
    expect(fixture.reports).toEqual([]);
  });

  test("is reported and dropped after the last attempt", async () => {
    const { statuses, callbackFetch } = receiver(Array(100).fill(500));
    const fixture = await openTestSimulator({ callbackFetch });
    await fixture.create({ prompt: "A sea", callback_url: URL });
    await fixture.finishAll();
    await fixture.clock.advance(600_000);
    expect(statuses()).toEqual([...Array(6).fill("in_progress"), ...Array(6).fill("completed")]);
    expect(fixture.reports).toHaveLength(2);
    await fixture.clock.advance(600_000);
    expect(statuses()).toHaveLength(12);
  });

  test("is aborted after 10 s and retried if it hangs", async () => {
    let calls = 0;
    const fixture = await openTestSimulator({
      callbackFetch: (request) => {
        calls += 1;
        return new Promise((_, reject) => {
          request.signal.addEventListener("abort", () => reject(request.signal.reason));
        });
      },
    });
    await fixture.create({ prompt: "A sea", callback_url: URL });
    await fixture.clock.advance(400);
    expect(calls).toBe(1);
    await fixture.clock.advance(10_000);
    await fixture.clock.advance(1_000);
    expect(calls).toBe(2);
  });
});

describe("after a restart", () => {
  test("sends a final callback again only if it was not delivered", async () => {
    const failing = receiver(Array(100).fill(500));
    const first = await openTestSimulator({ callbackFetch: failing.callbackFetch });
    await first.create({ prompt: "A sea", callback_url: URL });
    await first.finishAll();
    await first.simulator.close();

    const second = receiver();
    const fixture = await openTestSimulator({
      dir: first.dir,
      callbackFetch: second.callbackFetch,
    });
    await fixture.clock.advance(1_000);
    expect(second.statuses()).toEqual(["completed"]);
    await fixture.simulator.close();

    const third = receiver();
    await (
      await openTestSimulator({ dir: first.dir, callbackFetch: third.callbackFetch })
    ).clock.advance(1_000);
    expect(third.statuses()).toEqual([]);
  });
});
