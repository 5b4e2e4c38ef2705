/** Concurrent reads of one task share one call to Kirin. */
import { describe, expect, it } from "vitest";
import type { PlainFetch } from "#proxy/options.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { DONE, generationOf, openProxy, problemOf, TASK } from "#proxy/testing/open-proxy.ts";
import { openMember, openTeamStudio } from "#proxy/testing/team-browser.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { createSharedReads } from "./shared-reads.ts";

const PATH = "/api/generations/task-1";

/** A Kirin whose calls the test responds to one by one. */
function openHeld(options: { apiKey?: () => string } = {}) {
  const held: { answer: (response: Response) => void; signal: AbortSignal; key: string }[] = [];
  let onCall = deferred<void>();
  const kirin: PlainFetch = (_url, { signal, headers }) => {
    const { promise, resolve } = deferred<Response>();
    held.push({ answer: resolve, signal, key: headers.Authorization ?? "" });
    onCall.resolve();
    onCall = deferred<void>();
    return promise;
  };
  return { ...openProxy({ kirin, ...options }), held, nextCall: () => onCall.promise };
}

const asking = (leaving: AbortSignal, maxAgeMs = 0) => ({ key: "k", leaving, maxAgeMs });

/** Runs all pending microtasks and immediates. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("reads of one task", () => {
  it("share one call when they overlap, and each client has its own request id", async () => {
    const proxy = openHeld();
    const answers = [proxy.get(PATH), proxy.get(PATH), proxy.get(PATH)];
    await proxy.asked;
    await settle();
    proxy.held[0]?.answer(Response.json(TASK));
    const responses = await Promise.all(answers);
    for (const response of responses) expect((await generationOf(response)).id).toBe("task-1");
    const ids = responses.map((response) => response.headers.get("X-Request-Id"));
    expect(new Set(ids).size).toBe(3);
    expect(proxy.calls.map(({ headers }) => headers["X-Request-Id"])).toEqual([ids[0]]);
  });

  it("are two calls when sequential, even after an error", async () => {
    const proxy = openProxy({ kirin: async () => new Response("no", { status: 429 }) });
    expect((await problemOf(await proxy.get(PATH))).code).toBe("rate-limited");
    expect((await problemOf(await proxy.get(PATH))).code).toBe("rate-limited");
    expect(proxy.calls).toHaveLength(2);
  });

  it("share an error, each under its own request id", async () => {
    const proxy = openHeld();
    const answers = [proxy.get(PATH), proxy.get(PATH)];
    await proxy.asked;
    await settle();
    proxy.held[0]?.answer(new Response("no", { status: 404 }));
    const problems = await Promise.all(answers.map(async (answer) => problemOf(await answer)));
    expect(problems.map(({ code }) => code)).toEqual(["task-not-found", "task-not-found"]);
    expect(new Set(problems.map(({ requestId }) => requestId)).size).toBe(2);
    expect(proxy.calls).toHaveLength(1);
  });

  it("by a poll and by a clip share one call", async () => {
    const proxy = openHeld();
    const poll = proxy.get(PATH);
    const clip = proxy.get(`${PATH}/clips/0`);
    await proxy.asked;
    await settle();
    proxy.held[0]?.answer(Response.json(DONE));
    expect((await poll).status).toBe(200);
    await clip;
    expect(proxy.calls).toHaveLength(1);
    expect(proxy.clipCalls.length).toBeGreaterThan(0);
  });

  it("by different ids are separate calls", async () => {
    const proxy = openHeld();
    const answers = [proxy.get(PATH), proxy.get("/api/generations/mine-1")];
    await settle();
    for (const { answer } of proxy.held) answer(Response.json(TASK));
    await Promise.all(answers);
    expect(proxy.calls).toHaveLength(2);
  });

  it("proxy: the key changes during a read → the read with the new key is a separate call", async () => {
    let key = "sk-first-0123456789";
    const proxy = openHeld({ apiKey: () => key });
    const first = proxy.get(PATH);
    await proxy.asked;
    key = "sk-other-0123456789";
    const second = proxy.get(PATH);
    await settle();
    proxy.held[1]?.answer(new Response("no", { status: 404 }));
    proxy.held[0]?.answer(Response.json(TASK));
    expect((await first).status).toBe(200);
    expect((await second).status).toBe(404);
    expect(proxy.held.map((call) => call.key)).toEqual([
      "Bearer sk-first-0123456789",
      "Bearer sk-other-0123456789",
    ]);
  });
});

describe("a client that disconnects", () => {
  it("proxy: one of two clients reading a task disconnects → the read continues for the other", async () => {
    const proxy = openHeld();
    const browser = new AbortController();
    const leaving = proxy.get(PATH, {}, { signal: browser.signal });
    const staying = proxy.get(PATH);
    await proxy.asked;
    await settle();
    browser.abort();
    expect((await leaving).status).toBe(499);
    expect(proxy.held[0]?.signal.aborted).toBe(false);
    proxy.held[0]?.answer(Response.json(TASK));
    expect((await staying).status).toBe(200);
    expect(proxy.calls).toHaveLength(1);
  });

  it("proxy: every client reading a task disconnects → the read is aborted, and a later client starts a new one", async () => {
    const proxy = openHeld();
    const browser = new AbortController();
    const answers = [0, 1].map(() => proxy.get(PATH, {}, { signal: browser.signal }));
    await proxy.asked;
    await settle();
    browser.abort();
    expect(proxy.held[0]?.signal.aborted).toBe(true);
    for (const answer of answers) expect((await answer).status).toBe(499);
    const later = proxy.get(PATH);
    await settle();
    proxy.held[1]?.answer(Response.json(TASK));
    expect((await later).status).toBe(200);
  });

  it("causes no call when it has already disconnected", async () => {
    const proxy = openProxy();
    await proxy.get(PATH, {}, { signal: AbortSignal.abort() });
    expect(proxy.calls).toHaveLength(0);
  });
});

it("submit: a task is read by its own id before and during its create → a read after the create is a new call and finds the task", async () => {
  const proxy = openHeld();
  const early = proxy.get("/api/generations/mine-1");
  await proxy.asked;
  const create = proxy.post("/api/generations", { prompt: "a", external_task_id: "mine-1" });
  await proxy.nextCall();
  const during = proxy.get("/api/generations/mine-1");
  await settle();
  proxy.held[1]?.answer(new Response("", { status: 500 }));
  expect((await problemOf(await create)).outcome).toBe("unknown");
  const after = proxy.get("/api/generations/mine-1");
  await settle();
  expect(proxy.held).toHaveLength(4);
  const missing = () => new Response("", { status: 404 });
  proxy.held[0]?.answer(missing());
  proxy.held[2]?.answer(missing());
  proxy.held[3]?.answer(Response.json(TASK));
  expect((await early).status).toBe(404);
  expect((await during).status).toBe(404);
  expect((await after).status).toBe(200);
});

it("keeps sharing a new read after an older one was retired", async () => {
  const reads = createSharedReads<string>(new VirtualClock());
  const { signal } = new AbortController();
  const [early, late] = [deferred<string>(), deferred<string>()];
  const first = reads.read(asking(signal), () => early.promise);
  reads.retire("k");
  const second = reads.read(asking(signal), () => late.promise);
  early.resolve("early");
  expect(await first).toBe("early");
  const joined = reads.read(asking(signal), async () => "another call");
  late.resolve("late");
  expect(await Promise.all([second, joined])).toEqual(["late", "late"]);
});

it("ignores a client that disconnects after its read", async () => {
  const reads = createSharedReads<string>(new VirtualClock());
  const client = new AbortController();
  let given: AbortSignal | undefined;
  await reads.read(asking(client.signal), async (signal) => {
    given = signal;
    return "done";
  });
  client.abort();
  expect(given?.aborted).toBe(false);
});

it("does not join a read whose last client has just disconnected", async () => {
  const reads = createSharedReads<string>(new VirtualClock());
  const client = new AbortController();
  const first = reads.read(asking(client.signal), () => new Promise(() => undefined));
  client.abort();
  const second = reads.read(asking(new AbortController().signal), async () => "a new call");
  expect([await first, await second]).toEqual([null, "a new call"]);
});

it("rejects for every reader if the read throws, and does not reuse it", async () => {
  const reads = createSharedReads<string>(new VirtualClock());
  const { signal } = new AbortController();
  const fails = () => Promise.reject(new RangeError("bug"));
  const joined = [
    reads.read(asking(signal), fails),
    reads.read(asking(signal), async () => "other"),
  ];
  for (const answer of joined) await expect(answer).rejects.toThrow(RangeError);
  expect(await reads.read(asking(signal), async () => "fresh")).toBe("fresh");
});

describe("polls of one task", () => {
  const limits = { pollShareMs: 250 };

  it("poll: a task is polled ten thousand times in a second → Kirin is asked four times", async () => {
    const proxy = openProxy({ limits });
    for (let step = 0; step < 1_000; step += 1) {
      const polls = Array.from({ length: 10 }, () => proxy.get(PATH));
      for (const response of await Promise.all(polls)) expect(response.status).toBe(200);
      await proxy.clock.advance(1);
    }
    expect(proxy.calls).toHaveLength(4);
  });

  it("share failures as well, and forget them as soon", async () => {
    const proxy = openProxy({ limits, kirin: async () => new Response("no", { status: 429 }) });
    for (const calls of [1, 1, 2]) {
      expect((await problemOf(await proxy.get(PATH))).code).toBe("rate-limited");
      expect(proxy.calls).toHaveLength(calls);
      await proxy.clock.advance(125);
    }
  });

  it("share nothing across tasks, keys, a create of the task, or a clock that was set back", async () => {
    let apiKey = "sk-first-0123456789";
    const proxy = openProxy({ limits, apiKey: () => apiKey });
    await proxy.get("/api/generations/mine");
    await proxy.get("/api/generations/other");
    expect(proxy.calls).toHaveLength(2);
    apiKey = "sk-second-0123456789";
    await proxy.get("/api/generations/mine");
    expect(proxy.calls).toHaveLength(3);
    await proxy.post("/api/generations", { prompt: "A heron", external_task_id: "mine" });
    await proxy.get("/api/generations/mine");
    expect(proxy.calls).toHaveLength(5);
    proxy.clock.suspend(-1_000);
    await proxy.get("/api/generations/mine");
    expect(proxy.calls).toHaveLength(6);
  });

  it("share nothing across members", async () => {
    const proxy = openTeamStudio({ limits });
    const id = "/api/generations/3f0c1b52-9a4e-4c77-8f5d-0d2a6b7c8e90";
    for (const browser of [await openMember(proxy), await openMember(proxy)]) {
      await browser.get(id);
      await browser.get(id);
    }
    expect(proxy.calls).toHaveLength(2);
  });

  it("do not keep the answer for a clip, which needs a fresh address", async () => {
    const proxy = openProxy({ limits, kirin: async () => Response.json(DONE) });
    await proxy.get(PATH);
    await proxy.get(`${PATH}/clips/0`);
    expect(proxy.calls).toHaveLength(2);
  });

  it("forget old answers", async () => {
    const clock = new VirtualClock();
    const reads = createSharedReads<string>(clock);
    const { signal } = new AbortController();
    const read = (key: string, answer: string) =>
      reads.read({ key, leaving: signal, maxAgeMs: 1_000 }, async () => answer);
    await read("a", "early");
    await clock.advance(249);
    await read("b", "early");
    expect(await read("a", "late")).toBe("early");
    await clock.advance(1);
    await read("c", "early");
    expect(await read("a", "late")).toBe("late");
    expect(await read("b", "late")).toBe("early");
  });
});
