/** Callbacks: in order, again when they fail, never in anybody's way, and once more after a restart. */
import { describe, expect, test } from "vitest";
import { openStand } from "./testing/stand.ts";

const URL = "http://receiver.test/hook";

/** A receiver that writes down what it gets and answers by a script; 204 after its end. */
function receiver(script: Array<number | "reset"> = []) {
  const received: Array<{ url: string; type: string | null; body: Record<string, unknown> }> = [];
  return {
    received,
    words: () => received.map(({ body }) => body.status),
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
  test("tells every change, as the task is read", async () => {
    const { received, words, callbackFetch } = receiver();
    const stand = await openStand({ callbackFetch });
    const { body } = await stand.create({ prompt: "A sea", callback_url: URL });
    await stand.finishAll();
    expect(words()).toEqual(["in_progress", "completed"]);
    expect(received[1]).toEqual({
      url: URL,
      type: "application/json",
      body: (await stand.read(body.id)).body,
    });
  });

  test("tells of a failure too", async () => {
    const { words, callbackFetch } = receiver();
    const stand = await openStand({ callbackFetch });
    await stand.create({ prompt: "A sea [[fail 002014095]]", callback_url: URL });
    await stand.clock.advance(2_000);
    expect(words()).toEqual(["in_progress", "failed"]);
  });

  test("is sent again, later and later, in order, while the task goes on", async () => {
    const { words, callbackFetch } = receiver([500, "reset", 302]);
    const stand = await openStand({ callbackFetch });
    const { body } = await stand.create({ prompt: "A sea", callback_url: URL });
    await stand.finishAll();
    expect((await stand.read(body.id)).body.status).toBe("completed");
    expect(words()).toEqual(["in_progress"]);
    await stand.clock.advance(1_000);
    expect(words()).toHaveLength(2);
    await stand.clock.advance(2_000);
    expect(words()).toHaveLength(3);
    await stand.clock.advance(4_000);
    expect(words()).toEqual([...Array(4).fill("in_progress"), "completed"]);
    expect(stand.reports).toEqual([]);
  });

  test("is given up in the end, and said so", async () => {
    const { words, callbackFetch } = receiver(Array(100).fill(500));
    const stand = await openStand({ callbackFetch });
    await stand.create({ prompt: "A sea", callback_url: URL });
    await stand.finishAll();
    await stand.clock.advance(600_000);
    expect(words()).toEqual([...Array(6).fill("in_progress"), ...Array(6).fill("completed")]);
    expect(stand.reports).toHaveLength(2);
    await stand.clock.advance(600_000);
    expect(words()).toHaveLength(12);
  });

  test("that hangs is called off after 10 s and sent again", async () => {
    let calls = 0;
    const stand = await openStand({
      callbackFetch: (request) => {
        calls += 1;
        return new Promise((_, reject) => {
          request.signal.addEventListener("abort", () => reject(request.signal.reason));
        });
      },
    });
    await stand.create({ prompt: "A sea", callback_url: URL });
    await stand.clock.advance(400);
    expect(calls).toBe(1);
    await stand.clock.advance(10_000);
    await stand.clock.advance(1_000);
    expect(calls).toBe(2);
  });
});

describe("after a restart", () => {
  test("an end that was not delivered is told again, one that was is not", async () => {
    const deaf = receiver(Array(100).fill(500));
    const first = await openStand({ callbackFetch: deaf.callbackFetch });
    await first.create({ prompt: "A sea", callback_url: URL });
    await first.finishAll();
    await first.simulator.close();

    const second = receiver();
    const stand = await openStand({ dir: first.dir, callbackFetch: second.callbackFetch });
    await stand.clock.advance(1_000);
    expect(second.words()).toEqual(["completed"]);
    await stand.simulator.close();

    const third = receiver();
    await (await openStand({ dir: first.dir, callbackFetch: third.callbackFetch })).clock.advance(
      1_000,
    );
    expect(third.words()).toEqual([]);
  });
});
