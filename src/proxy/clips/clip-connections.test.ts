/** Closing and reusing the connections to clip storage. */
import { describe, expect, it } from "vitest";
import type { PlainFetch } from "#proxy/options.ts";
import {
  MP4,
  openWithClip as open,
  CLIP_PATH as PATH,
  video,
} from "#proxy/testing/clip-storage.ts";
import { problemOf } from "#proxy/testing/open-proxy.ts";
import { scripted } from "#proxy/testing/scripted-stream.ts";

const TEXT = new TextEncoder().encode("some words of a storage server");

describe("the body of a storage response that is not served", () => {
  it.each([
    ["403", 403, {}, TEXT],
    ["500", 500, {}, TEXT],
    ["an empty range", 206, { "Content-Range": "bytes 0-9/10" }, undefined],
    ["a range of compressed bytes", 206, { "Content-Encoding": "gzip" }, TEXT],
  ])("is cancelled: %s", async (_name, status, headers, chunk) => {
    const stream = scripted(chunk === undefined ? [] : [chunk, chunk]);
    let isFirst = true;
    const clips: PlainFetch = async () => {
      const body = isFirst ? (stream.body as BodyInit) : null;
      isFirst = false;
      return new Response(body, { status: body === null ? 404 : status, headers });
    };
    const answer = await open({ clips }).get(PATH, { Range: "bytes=0-9" });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    // A stream that has ended has nothing left to cancel.
    expect(stream.isCancelled || chunk === undefined).toBe(true);
  });

  it("is cancelled when it redirects", async () => {
    const stream = scripted([TEXT]);
    const headers = { Location: "https://cdn.test/moved.mp4" };
    const clips: PlainFetch = (url, init) =>
      url.endsWith("moved.mp4")
        ? video(url, init)
        : Promise.resolve(new Response(stream.body as BodyInit, { status: 302, headers }));
    expect((await open({ clips }).get(PATH)).status).toBe(200);
    expect(stream.isCancelled).toBe(true);
  });

  it("is cancelled once the start of the file has been read for a later range", async () => {
    const file = scripted([MP4, MP4]);
    const clips: PlainFetch = async (_url, { headers }) =>
      headers.Range === "bytes=0-7"
        ? new Response(file.body as BodyInit)
        : new Response(MP4, { status: 206, headers: { "Content-Range": "bytes 4-24/99" } });
    expect((await open({ clips }).get(PATH, { Range: "bytes=4-" })).status).toBe(206);
    expect(file.isCancelled).toBe(true);
  });
});

it.each([
  ["several ranges in one body", { "Content-Type": "multipart/byteranges; boundary=b" }],
  ["an unsupported content coding", { "Content-Encoding": "br" }],
])("refuses bytes that begin like a video but are not one: %s", async (_name, headers) => {
  const answer = await open({ clips: async () => new Response(MP4, { headers }) }).get(PATH);
  expect((await problemOf(answer)).code).toBe("clip-not-video");
});

describe("the time limit of a clip", () => {
  it("clip: a clip takes longer to stream than the time limit of a response → it is not cut off", async () => {
    const proxy = open({ clips: async () => new Response(scripted([MP4, MP4]).body as BodyInit) });
    const response = await proxy.get(PATH);
    expect(proxy.clock.pending).toBe(0);
    await proxy.clock.advance(60_000);
    expect(proxy.clipCalls[0]?.signal.aborted).toBe(false);
    expect((await response.arrayBuffer()).byteLength).toBe(2 * MP4.byteLength);
  });

  it("leaves no timer behind after a failure", async () => {
    const proxy = open({ clips: async () => new Response(null, { status: 404 }) });
    await proxy.get(PATH);
    expect(proxy.clock.pending).toBe(0);
  });
});

describe("clip storage that is busy", () => {
  it("clip: storage answers 503 with Retry-After → the delay reaches the browser, and the proxy sends no request to storage before it", async () => {
    const headers = { "Retry-After": "Sun, 22 Nov 2026 12:00:07 GMT" };
    const proxy = open({ clips: async () => new Response(null, { status: 503, headers }) });
    const response = await proxy.get(PATH);
    expect(response.headers.get("Retry-After")).toBe("7");
    expect(await problemOf(response)).toMatchObject({
      code: "clip-unavailable",
      retryable: true,
      retryAfterSeconds: 7,
    });
    expect(proxy.clipCalls).toHaveLength(1);
  });

  it("is asked once more after a failure without a retry delay, and then no more", async () => {
    const proxy = open({ clips: async () => new Response(null, { status: 500 }) });
    expect((await problemOf(await proxy.get(PATH))).code).toBe("clip-unavailable");
    expect(proxy.clipCalls).toHaveLength(2);
  });

  it("is not asked again for a client that has disconnected", async () => {
    const browser = new AbortController();
    const proxy = open({
      clips: async () => {
        browser.abort();
        throw new TypeError("reset");
      },
    });
    expect((await proxy.get(PATH, {}, { signal: browser.signal })).status).toBe(499);
    expect(proxy.clipCalls).toHaveLength(1);
  });
});

it("a range of an empty file is reported as an empty clip, with or without the file's length", async () => {
  for (const headers of [{ "Content-Range": "bytes */0" }, {}]) {
    const clips: PlainFetch = async () => new Response(null, { status: 416, headers });
    const answer = await open({ clips }).get(PATH, { Range: "bytes=0-" });
    expect((await problemOf(answer)).code).toBe("clip-empty");
  }
  const unnamed: PlainFetch = async () => new Response(null, { status: 416 });
  const answer = await open({ clips: unnamed }).get(PATH, { Range: "bytes=9-" });
  expect(answer.headers.has("Content-Range")).toBe(false);
  expect((await problemOf(answer)).code).toBe("range-not-satisfiable");
});
