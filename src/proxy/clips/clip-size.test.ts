/** A clip has a largest size, so that storage cannot keep a transfer running forever. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bytes, CLIP_PATH, MP4, openWithClip } from "#proxy/testing/clip-storage.ts";
import { problemOf } from "#proxy/testing/open-proxy.ts";

const MAX_BYTES = 1000;
const limits = { clipMaxBytes: MAX_BYTES };
const VIDEO = { "Content-Type": "video/mp4" };

/** A video of this length. */
function videoOf(length: number): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(length);
  file.set(MP4);
  return file;
}

/** A video that never ends. `pulls` counts its chunks. */
function endless() {
  const stream = { pulls: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        stream.pulls += 1;
        controller.enqueue(videoOf(300));
      },
      cancel() {
        stream.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, body };
}

describe("the largest size of a clip", () => {
  it("may be reached", async () => {
    const file = videoOf(MAX_BYTES);
    for (const length of [{}, { "Content-Length": String(MAX_BYTES) }]) {
      const response = await openWithClip({
        limits,
        clips: bytes(file, 200, { ...VIDEO, ...length }),
      }).get(CLIP_PATH);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(file);
    }
  });

  it.each([
    ["its length", 200, { "Content-Length": String(MAX_BYTES + 1) }],
    ["its range", 206, { "Content-Length": "30", "Content-Range": `bytes 0-29/${MAX_BYTES + 1}` }],
    ["the length of its part", 206, { "Content-Length": String(MAX_BYTES + 1) }],
  ] as const)(
    "clip: storage announces a clip that is too large → refused without reading it (%s)",
    async (_name, status, headers) => {
      const { stream, body } = endless();
      const clips = bytes(body, status, { ...VIDEO, ...headers });
      const response = await openWithClip({ limits, clips }).get(CLIP_PATH);
      expect(await problemOf(response)).toMatchObject({ status: 502, code: "upstream-too-large" });
      expect(stream).toEqual({ pulls: 0, isCancelled: true });
    },
  );

  it("clip: storage sends a clip that never ends → cut off at the largest size, and the connection is closed", async () => {
    const { stream, body } = endless();
    const clips = bytes(body, 200, VIDEO);
    const response = await openWithClip({ limits, clips }).get(CLIP_PATH);
    await expect(response.arrayBuffer()).rejects.toThrow();
    expect(stream).toEqual({ pulls: 4, isCancelled: true });
  });

  it("clip: storage compresses a bomb → cut off at the largest size", async () => {
    const bomb = new Uint8Array(gzipSync(videoOf(5_000_000)));
    expect(bomb.byteLength).toBeLessThan(10_000);
    const headers = { ...VIDEO, "Content-Encoding": "gzip" };
    const response = await openWithClip({
      limits: { clipMaxBytes: 1_000_000 },
      clips: bytes(bomb, 200, headers),
    }).get(CLIP_PATH);
    await expect(response.arrayBuffer()).rejects.toThrow();
  });
});
