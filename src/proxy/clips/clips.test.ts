import { describe, expect, it } from "vitest";
import type { PlainFetch } from "#proxy/options.ts";
import {
  bytes,
  MP4,
  openWithClip as open,
  CLIP_PATH as PATH,
  servingRanges,
  video,
} from "#proxy/testing/clip-storage.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { DONE, problemOf, type Script, TASK } from "#proxy/testing/open-proxy.ts";
import { ClipAddressRefused } from "./clip-address.ts";

/** A Kirin whose finished task has its clip at a URL. */
const at =
  (url: string): PlainFetch =>
  async () =>
    Response.json({ ...DONE, output: [{ type: "video", url }] });

describe("GET a clip", () => {
  it("fetches the URL in the task without sending the key", async () => {
    const proxy = open();
    const response = await proxy.get(PATH);
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(MP4);
    expect(proxy.clipCalls).toHaveLength(1);
    expect(proxy.clipCalls[0]).toMatchObject({
      url: "https://cdn.test/a.mp4?sig=1",
      method: "GET",
      redirect: "manual",
    });
    expect(proxy.clipCalls[0]?.headers).toEqual({ "Accept-Encoding": "identity" });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "video/mp4",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox allow-same-origin; frame-ancestors 'none'",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, max-age=3600",
    });
    expect(response.headers.has("content-disposition")).toBe(false);
  });

  it("serves the requested range", async () => {
    const proxy = open({
      clips: servingRanges(MP4, {
        "Content-Type": "video/mp4",
        "Content-Length": "4",
        "Accept-Ranges": "bytes",
        ETag: '"e"',
        "Last-Modified": "Sun, 22 Nov 2026 00:00:00 GMT",
        "Set-Cookie": "a=b",
        Server: "x",
      }),
    });
    const response = await proxy.get(PATH, { Range: "bytes=4-7", "If-Range": '"e"', Cookie: "c" });
    expect(response.status).toBe(206);
    expect(proxy.clipCalls[0]?.headers).toEqual({
      "Accept-Encoding": "identity",
      Range: "bytes=4-7",
      "If-Range": '"e"',
    });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-range": `bytes 4-7/${MP4.length}`,
      "content-length": "4",
      "accept-ranges": "bytes",
      etag: '"e"',
      "last-modified": "Sun, 22 Nov 2026 00:00:00 GMT",
    });
    expect(response.headers.has("set-cookie")).toBe(false);
    expect(response.headers.has("server")).toBe(false);
  });

  it("recognises a range from the start of the file without a second request", async () => {
    const proxy = open({ clips: servingRanges(MP4, {}) });
    const response = await proxy.get(PATH, { Range: "bytes=0-7" });
    expect([response.status, response.headers.get("Content-Type")]).toEqual([206, "video/mp4"]);
    expect(proxy.clipCalls).toHaveLength(1);
  });

  it.each(["bytes=0-", "bytes=10-20", "bytes=-500"])(
    "forwards the single range %s",
    async (Range) => {
      const proxy = open();
      await proxy.get(PATH, { Range });
      expect(proxy.clipCalls[0]?.headers.Range).toBe(Range);
    },
  );

  it("serves each of more than ten clips by its index", async () => {
    const output = Array.from({ length: 12 }, (_, index) => ({
      type: "video",
      url: `https://cdn.test/${index}.mp4`,
    }));
    const proxy = open({ kirin: async () => Response.json({ ...DONE, output }) });
    expect((await proxy.get("/api/generations/task-1/clips/11")).status).toBe(200);
    expect(proxy.clipCalls[0]?.url).toBe("https://cdn.test/11.mp4");
  });

  it("forwards only single ranges", async () => {
    const proxy = open();
    for (const Range of ["bytes=0-1,4-5", "lines=1-2", "bytes=-", "bytes=a-b"]) {
      expect((await proxy.get(PATH, { Range })).status).toBe(200);
    }
    expect(proxy.clipCalls.every(({ headers }) => headers.Range === undefined)).toBe(true);
  });

  it("clip: a requested range is beyond the clip's end → 416 with the clip's length", async () => {
    const clips = bytes(null, 416, { "Content-Range": "bytes */100" });
    const response = await open({ clips }).get(PATH, { Range: "bytes=200-" });
    expect(response.headers.get("Content-Range")).toBe("bytes */100");
    expect(await problemOf(response)).toMatchObject({ status: 416, code: "range-not-satisfiable" });
  });

  it("suggests a file name that is valid on every operating system", async () => {
    const response = await open().get(`${PATH}?download=${encodeURIComponent('夜の "海".mp4')}`);
    expect(response.headers.get("Content-Disposition")).toBe(
      "attachment; filename=\"__ -_-.mp4\"; filename*=UTF-8''%E5%A4%9C%E3%81%AE%20-%E6%B5%B7-.mp4",
    );
  });

  it("answers HEAD with the headers and cancels the upstream body", async () => {
    const cancelled = deferred<void>();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(MP4),
      cancel: () => cancelled.resolve(),
    });
    const clips = bytes(body, 200, { "Content-Type": "video/mp4", "Content-Length": "100" });
    const response = await open({ clips }).get(PATH, {}, { method: "HEAD" });
    await cancelled.promise;
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Length")).toBe("100");
    expect(await response.text()).toBe("");
  });

  it("applies backpressure, and cancels the upstream body when the browser disconnects", async () => {
    let pulled = 0;
    const cancelled = deferred<void>();
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(pulled === 1 ? MP4 : new Uint8Array(1024));
        },
        cancel: () => cancelled.resolve(),
      },
      { highWaterMark: 0 },
    );
    const clips = bytes(body, 200, { "Content-Type": "video/mp4" });
    const response = await open({ clips }).get(PATH);
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    await reader?.read();
    expect(pulled).toBeLessThanOrEqual(2);
    await reader?.cancel();
    await cancelled.promise;
  });

  it("aborts the upstream request when the browser disconnects before the response", async () => {
    const browser = new AbortController();
    const asked = deferred<AbortSignal>();
    const proxy = open({
      clips: (_url, { signal }) => {
        asked.resolve(signal);
        return new Promise(() => undefined);
      },
    });
    const answered = proxy.get(PATH, {}, { signal: browser.signal });
    const signal = await asked.promise;
    browser.abort();
    expect(signal.aborted).toBe(true);
    // 499 means that the client closed the request: the log shows no error.
    expect((await answered).status).toBe(499);
  });
});

describe("a clip that cannot be served", () => {
  it.for([
    ["a task still waiting", { kirin: async () => Response.json(TASK) }, 409, "clip-not-ready"],
    [
      "a running task",
      { kirin: async () => Response.json({ ...TASK, status: "processing" }) },
      409,
      "clip-not-ready",
    ],
    [
      "a failed task",
      { kirin: async () => Response.json({ id: "t", status: "failed" }) },
      404,
      "clip-not-found",
    ],
    [
      "an unknown task",
      { kirin: async () => new Response(null, { status: 404 }) },
      404,
      "task-not-found",
    ],
    ["no Kirin", { kirin: () => Promise.reject(new Error("reset")) }, 502, "upstream-reset"],
    ["403", { clips: bytes(null, 403, {}) }, 410, "clip-expired"],
    ["404", { clips: bytes(null, 404, {}) }, 410, "clip-expired"],
    ["410", { clips: bytes(null, 410, {}) }, 410, "clip-expired"],
    ["500", { clips: bytes(null, 500, {}) }, 502, "clip-unavailable"],
    ["204", { clips: bytes(null, 204, {}) }, 502, "clip-unavailable"],
    ["a reset", { clips: () => Promise.reject(new Error("reset")) }, 502, "clip-unavailable"],
    [
      "a refused address",
      { clips: () => Promise.reject(new ClipAddressRefused()) },
      502,
      "clip-address-refused",
    ],
  ] satisfies [string, Script, number, string][])(
    "answers with a problem after %s",
    async ([, script, status, code]) => {
      const problem = await problemOf(await open(script).get(PATH));
      expect(problem).toMatchObject({ status, code });
      expect(problem.outcome).toBeUndefined();
    },
  );

  it.each([undefined, "bytes=0-0", "bytes=0-", "bytes=9-"])(
    "clip: the file has 0 bytes → reported as an empty clip, not as a wrong range (%s)",
    async (Range) => {
      const empty = servingRanges(new Uint8Array(), { "Content-Type": "video/mp4" });
      const answer = await open({ clips: empty }).get(PATH, Range === undefined ? {} : { Range });
      expect(await problemOf(answer)).toMatchObject({ status: 502, code: "clip-empty" });
    },
  );

  it.each(["1", "-1", "x", "0x0", "00000", "1e0"])("has the invalid index %s", async (index) => {
    const problem = await problemOf(await open().get(`/api/generations/task-1/clips/${index}`));
    expect(problem).toMatchObject({ status: 404, code: "clip-not-found" });
  });

  it("clip: clip storage does not answer → a problem of this clip after 15 s", async () => {
    const proxy = open({ clips: () => new Promise(() => undefined) });
    const answered = proxy.get(PATH);
    await proxy.clipAsked;
    await proxy.clock.advance(15_000);
    expect(await problemOf(await answered)).toMatchObject({ code: "clip-unavailable" });
  });
});

it("clip: the type of a file is not known and its first bytes cannot be read → a range of it is not served", async () => {
  const clips: PlainFetch = async (_url, { headers: { Range } }) =>
    Range === "bytes=8-11"
      ? new Response(MP4.slice(8, 12), {
          status: 206,
          headers: { "Content-Range": "bytes 8-11/24" },
        })
      : new Response("gone", { status: 404 });
  const answer = await open({ clips }).get(PATH, { Range: "bytes=8-11" });
  expect((await problemOf(answer)).code).toBe("clip-not-video");
});

describe("the clip URL cache", () => {
  it("serves all ranges of a playing video with one read of the task", async () => {
    const proxy = open();
    for (let count = 0; count < 5; count += 1) await proxy.get(PATH);
    expect(proxy.calls).toHaveLength(1);
    await proxy.clock.advance(5 * 60_000);
    await proxy.get(PATH);
    expect(proxy.calls).toHaveLength(2);
  });

  it("reads the task again, once, when a cached URL has expired", async () => {
    let signed = 1;
    let accepted = 1;
    const proxy = open({
      kirin: (url, init) => at(`https://cdn.test/a.mp4?sig=${signed}`)(url, init),
      clips: (url, init) =>
        url.endsWith(`sig=${accepted}`)
          ? video(url, init)
          : Promise.resolve(new Response(null, { status: 403 })),
    });
    expect((await proxy.get(PATH)).status).toBe(200);
    signed = accepted = 2;
    expect((await proxy.get(PATH)).status).toBe(200);
    expect(proxy.calls).toHaveLength(2);
    accepted = 3;
    expect((await problemOf(await proxy.get(PATH))).code).toBe("clip-expired");
    expect(proxy.calls).toHaveLength(3);
  });
});
