/** Clip URLs are cached from every reply that contains them. */
import { describe, expect, it } from "vitest";
import type { PlainFetch } from "#proxy/options.ts";
import { MP4 } from "#proxy/testing/clip-storage.ts";
import { DONE, openProxy, problemOf } from "#proxy/testing/open-proxy.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { createClipUrlCache } from "./clip-url-cache.ts";

const TASK_PATH = "/api/generations/task-1";
const CLIP_PATH = `${TASK_PATH}/clips/0`;
const video: PlainFetch = async () => new Response(MP4);
const NO_CACHE = { "Cache-Control": "no-cache" };

/** A Kirin with a finished task; the test can make it fail. */
function openFinished(clips: PlainFetch = video) {
  const state = { isDown: false };
  const kirin: PlainFetch = async () =>
    state.isDown ? new Response("down", { status: 500 }) : Response.json(DONE);
  return { state, ...openProxy({ kirin, clips }) };
}

describe("the first request of a clip", () => {
  it.each([TASK_PATH, "/api/generations/mine-1"])(
    "uses the URL from an earlier read without calling Kirin (%s)",
    async (path) => {
      const proxy = openFinished();
      await proxy.get(path);
      expect((await proxy.get(CLIP_PATH)).status).toBe(200);
      expect((await proxy.get(CLIP_PATH, NO_CACHE)).status).toBe(200);
      expect((await proxy.get(`${path}/clips/0`)).status).toBe(200);
      expect(proxy.calls).toHaveLength(1);
    },
  );

  it("uses the URL from a create that completed at once", async () => {
    const proxy = openFinished();
    await proxy.post("/api/generations", { prompt: "a" });
    expect((await proxy.get(CLIP_PATH)).status).toBe(200);
    expect(proxy.calls).toHaveLength(1);
  });

  it("clip: Kirin is unreachable when a clip is fetched → the clip comes from the cached URL", async () => {
    const proxy = openFinished();
    await proxy.get(TASK_PATH);
    proxy.state.isDown = true;
    for (const headers of [{}, NO_CACHE, NO_CACHE]) {
      expect((await proxy.get(CLIP_PATH, headers)).status).toBe(200);
    }
  });

  it("clip: the cached URL has expired and Kirin is unreachable → a retryable problem", async () => {
    const proxy = openFinished(async () => new Response(null, { status: 403 }));
    await proxy.get(TASK_PATH);
    proxy.state.isDown = true;
    const problem = await problemOf(await proxy.get(CLIP_PATH));
    expect(problem).toMatchObject({ code: "upstream-error", retryable: true });
  });

  it("does not reuse URLs that were read with another key", async () => {
    let key = "sk-first-0123456789";
    const proxy = openProxy({
      apiKey: () => key,
      clips: video,
      kirin: async (_url, { headers }) =>
        headers.Authorization?.includes("first")
          ? Response.json(DONE)
          : new Response(null, { status: 404 }),
    });
    await proxy.get(TASK_PATH);
    key = "sk-other-0123456789";
    expect((await problemOf(await proxy.get(CLIP_PATH))).code).toBe("task-not-found");
  });
});

describe("an idempotent read", () => {
  const reset: PlainFetch = () => Promise.reject(new TypeError("reset"));
  const cutOff: PlainFetch = async () =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"id"')),
        pull: (controller) => controller.error(new TypeError("reset")),
      }),
    );
  const status =
    (code: number, headers: Record<string, string> = {}): PlainFetch =>
    async () =>
      new Response("no", { status: code, headers });
  const wrapped: PlainFetch = async () => Response.json({ data: null, status: { code: 500 } });
  const QUOTE = { status: "success", data: { cost: "0.2", currency: "USD", discount: 1 } };

  /** A Kirin that responds with `first` in order, and successfully after that. */
  function openFailing(...first: PlainFetch[]) {
    const kirin: PlainFetch = async (url, init) => {
      const fault = first.shift();
      if (fault) return fault(url, init);
      return Response.json(url.endsWith("/precharge") ? QUOTE : DONE);
    };
    return openProxy({ kirin, clips: video });
  }

  const TRANSIENT_FAILURES = [
    ["a reset", reset],
    ["a truncated response", cutOff],
    ["500", status(500)],
    ["503", status(503)],
    ["530", status(530)],
  ] as const;

  it.each([...TRANSIENT_FAILURES, ["a wrapped 500", wrapped] as const])(
    "poll: a read fails with a transient error → it is retried once, immediately (%s)",
    async (_name, fault) => {
      const proxy = openFailing(fault);
      expect((await proxy.get(TASK_PATH)).status).toBe(200);
      expect(proxy.calls).toHaveLength(2);
    },
  );

  it.each(TRANSIENT_FAILURES)(
    "of a price is retried once, immediately, after %s",
    async (_name, fault) => {
      const proxy = openFailing(fault);
      const response = await proxy.post("/api/quotes", { prompt: "a" });
      expect(await response.json()).toMatchObject({ cost: "0.2" });
      expect(proxy.calls).toHaveLength(2);
    },
  );

  it("is retried only once", async () => {
    const proxy = openFailing(status(502), reset);
    expect((await problemOf(await proxy.get(TASK_PATH))).code).toBe("upstream-reset");
    expect(proxy.calls).toHaveLength(2);
  });

  it.each([
    ["404", status(404)],
    ["401", status(401)],
    ["405", status(405)],
    ["429", status(429)],
    ["501", status(501)],
    ["503 that says when to come back", status(503, { "Retry-After": "9" })],
    ["a page", async () => new Response("<html>")],
    [
      "a refused connection",
      () => Promise.reject(Object.assign(new Error(), { code: "ECONNREFUSED" })),
    ],
  ] satisfies [string, PlainFetch][])("is not repeated after %s", async (_name, fault) => {
    const proxy = openFailing(fault, fault);
    expect((await proxy.get(TASK_PATH)).ok).toBe(false);
    expect(proxy.calls).toHaveLength(1);
    await proxy.post("/api/quotes", { prompt: "a" });
    expect(proxy.calls).toHaveLength(2);
  });

  it("has one timeout for both attempts", async () => {
    const proxy = openFailing(status(500), () => new Promise(() => undefined));
    const answered = proxy.get(TASK_PATH);
    await new Promise((resolve) => setImmediate(resolve));
    expect(proxy.calls).toHaveLength(2);
    await proxy.clock.advance(15_000);
    expect((await problemOf(await answered)).code).toBe("upstream-timeout");
  });

  it.each(TRANSIENT_FAILURES)(
    "submit: a create fails with a transient error → the proxy does not retry it (%s)",
    async (_name, fault) => {
      const proxy = openFailing(fault);
      const problem = await problemOf(await proxy.post("/api/generations", { prompt: "a" }));
      expect(problem.outcome).toBe("unknown");
      expect(proxy.calls).toHaveLength(1);
    },
  );

  it("of a clip's bytes is retried once when the URL is already fresh", async () => {
    const faults: PlainFetch[] = [reset];
    const clips: PlainFetch = (url, init) => (faults.shift() ?? video)(url, init);
    const proxy = openProxy({ kirin: async () => Response.json(DONE), clips });
    expect((await proxy.get(CLIP_PATH)).status).toBe(200);
    expect([proxy.calls.length, proxy.clipCalls.length]).toEqual([1, 2]);
  });
});

describe("the cache of clip URLs", () => {
  const clip = (url: string) => ({ url, durationSeconds: null, id: null });

  it("keeps the newest tasks and drops expired entries", async () => {
    const clock = new VirtualClock();
    const addresses = createClipUrlCache(clock, 1000);
    for (let task = 0; task <= 256; task += 1)
      addresses.set(`t${task}`, [clip(`https://c/${task}`)]);
    expect(addresses.get("t0", 0)).toBeNull();
    expect(addresses.get("t256", 0)).toEqual({ url: "https://c/256", isUnused: true });
    expect(addresses.get("t256", 1)).toBeNull();
    await clock.advance(1000);
    expect(addresses.get("t256", 0)).toBeNull();
  });

  it("drops a task whose latest reply has no clip or too many", () => {
    const addresses = createClipUrlCache(new VirtualClock(), 1000);
    addresses.set("t", [clip("https://c/1")]);
    addresses.set("t", []);
    expect(addresses.get("t", 0)).toBeNull();
    addresses.set("t", [clip("https://c/1"), clip(`https://c/${"a".repeat(40_000)}`)]);
    expect(addresses.get("t", 0)).toBeNull();
  });
});
