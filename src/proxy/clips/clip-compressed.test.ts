/** Clip storage that compresses although the request asks for `identity`. */
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { PlainFetch } from "#proxy/options.ts";
import { MP4 } from "#proxy/testing/clip-storage.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { DONE, openProxy, problemOf } from "#proxy/testing/open-proxy.ts";

const PATH = "/api/generations/task-1/clips/0";

/** Storage that serves the compressed bytes, in the requested range. */
function storeOf(bytes: Uint8Array<ArrayBuffer>, encoding: string, type = "video/mp4"): PlainFetch {
  return async (_url, { headers }) => {
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.Range ?? "") ?? [];
    const start = Number(from ?? 0);
    const end = to ? Number(to) + 1 : bytes.byteLength;
    const part = bytes.slice(start, end);
    return new Response(part, {
      status: from === undefined ? 200 : 206,
      headers: {
        "Content-Type": type,
        "Content-Encoding": encoding,
        "Content-Length": String(part.byteLength),
        "Accept-Ranges": "bytes",
        ETag: '"compressed"',
        "Last-Modified": "Sun, 22 Nov 2026 00:00:00 GMT",
        ...(from !== undefined && {
          "Content-Range": `bytes ${start}-${end - 1}/${bytes.byteLength}`,
        }),
      },
    });
  };
}

const open = (clips: PlainFetch) => openProxy({ kirin: async () => Response.json(DONE), clips });

describe("a clip that storage compresses", () => {
  it.each([
    ["gzip", gzipSync(MP4), "video/mp4"],
    ["deflate", deflateSync(MP4), "application/octet-stream"],
    ["GZIP, identity", gzipSync(MP4), "application/octet-stream"],
    ["deflate, gzip", gzipSync(deflateSync(MP4)), "video/mp4"],
  ])(
    "clip: storage compresses a clip despite `identity` → the decompressed bytes are served, without the compressed lengths (%s)",
    async (encoding, bytes, type) => {
      const response = await open(storeOf(new Uint8Array(bytes), encoding, type)).get(PATH);
      expect(response.status).toBe(200);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(MP4);
      expect(response.headers.get("Content-Type")).toBe("video/mp4");
      expect(response.headers.get("Last-Modified")).toBe("Sun, 22 Nov 2026 00:00:00 GMT");
      for (const name of ["Content-Encoding", "Content-Length", "Accept-Ranges", "ETag"]) {
        expect(response.headers.has(name), name).toBe(false);
      }
    },
  );

  it.each(["bytes=0-", "bytes=5-9", "bytes=0-1"])(
    "clip: storage answers with a range of compressed bytes → the whole clip is fetched and served (%s)",
    async (Range) => {
      const proxy = open(storeOf(new Uint8Array(gzipSync(MP4)), "gzip"));
      const response = await proxy.get(PATH, { Range, "If-Range": '"e"' });
      expect(response.status).toBe(200);
      expect(response.headers.has("Content-Range")).toBe(false);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(MP4);
      expect(proxy.clipCalls.map(({ headers }) => headers.Range)).toEqual([Range, undefined]);
    },
  );

  it("passes through bytes that the transport has already decoded", async () => {
    for (const encoding of ["gzip", "deflate"]) {
      const response = await open(storeOf(MP4, encoding)).get(PATH);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(MP4);
    }
  });

  it("clip: a compressed clip is truncated → the response body fails, so half a clip never looks complete", async () => {
    const cut = new Uint8Array(gzipSync(MP4)).slice(0, -10);
    const response = await open(storeOf(cut, "gzip")).get(PATH);
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  it("refuses a body that is not a video once decompressed", async () => {
    const page = new Uint8Array(gzipSync("<!doctype html>"));
    const problem = await problemOf(
      await open(storeOf(page, "gzip", "application/octet-stream")).get(PATH),
    );
    expect(problem.code).toBe("clip-not-video");
  });

  it("cancels the upstream body when the client disconnects", async () => {
    const cancelled = deferred<void>();
    const first = new Uint8Array(gzipSync(new Uint8Array(200_000).map((_, at) => at * at)));
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(first.slice(0, -20)),
      cancel: () => cancelled.resolve(),
    });
    const headers = { "Content-Type": "video/mp4", "Content-Encoding": "gzip" };
    const response = await open(async () => new Response(body, { headers })).get(PATH);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await cancelled.promise;
  });
});
