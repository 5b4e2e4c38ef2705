/** The bytes decide whether a response is a video, whatever its content type. */
import { describe, expect, it } from "vitest";
import type { PlainFetch } from "#proxy/options.ts";
import {
  bytes,
  MP4,
  openWithClip as open,
  CLIP_PATH as PATH,
  servingRanges,
} from "#proxy/testing/clip-storage.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { problemOf } from "#proxy/testing/open-proxy.ts";

const WEBM = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4, 5]);

describe("detecting a video", () => {
  const LABELS = [
    "video/mp4",
    "Video/MP4; x=1",
    "application/mp4",
    "application/octet-stream",
    "binary/octet-stream",
    "text/plain",
    "text/html",
    null,
  ];
  const labelled = (label: string | null) => (label === null ? {} : { "Content-Type": label });

  it.each(LABELS)("accepts an MP4 labelled %s", async (label) => {
    const response = await open({ clips: bytes(MP4, 200, labelled(label)) }).get(PATH);
    expect(response.headers.get("Content-Type")).toBe("video/mp4");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(MP4);
  });

  it("accepts a WebM and a QuickTime file that starts with its index", async () => {
    const webm = await open({ clips: bytes(WEBM, 200, labelled("text/plain")) }).get(PATH);
    expect(webm.headers.get("Content-Type")).toBe("video/webm");
    const moov = new Uint8Array([0, 0, 1, 0, ...new TextEncoder().encode("moov and more")]);
    const quickTime = await open({ clips: bytes(moov, 200, {}) }).get(PATH);
    expect(quickTime.headers.get("Content-Type")).toBe("video/mp4");
  });

  it("accepts a range from the start", async () => {
    const clips = bytes(MP4, 206, { "Content-Range": "bytes 0-20/99" });
    expect((await open({ clips }).get(PATH)).headers.get("Content-Type")).toBe("video/mp4");
  });

  const DOCUMENTS = [
    ["a page", "<html><body>Sorry</body></html>"],
    ["a page after white space", "\r\n\t   <!DOCTYPE html><p>Sorry"],
    ["a page after a byte order mark", "\ufeff<html>Sorry"],
    ["a page that quotes a box", "<!--moov and ftyp-->"],
    ["a sentence that quotes a box", "The free moov"],
    ["JSON", '{"error": "expired"}'],
    ["a storage server's XML", '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
    ["a short word", "no"],
  ] as const;
  it.each(DOCUMENTS.flatMap(([name, text]) => LABELS.map((label) => [name, label, text] as const)))(
    "clip: a clip URL returns a document → refused, whatever its content type (%s, %s)",
    async (_name, label, text) => {
      const proxy = open({ clips: servingRanges(new TextEncoder().encode(text), labelled(label)) });
      for (const Range of [undefined, "bytes=0-", "bytes=0-1", "bytes=1-"]) {
        const answer = await proxy.get(PATH, Range === undefined ? {} : { Range });
        expect(await problemOf(answer)).toMatchObject({ status: 502, code: "clip-not-video" });
      }
    },
  );

  it.each([
    ["several ranges", { "Content-Type": "multipart/byteranges" }],
    ["a coding that is not undone", { "Content-Type": "video/mp4", "Content-Encoding": "br" }],
    ["octets that look like nothing", { "Content-Type": "application/octet-stream" }],
  ])(
    "clip: a clip URL returns no video → refused, and the connection is closed (%s)",
    async (_name, headers) => {
      const cancelled = deferred<void>();
      const body = new ReadableStream({
        pull: (controller) => controller.enqueue(new TextEncoder().encode("octets and on")),
        cancel: () => cancelled.resolve(),
      });
      const response = await open({ clips: bytes(body, 200, headers) }).get(PATH);
      expect(await problemOf(response)).toMatchObject({ status: 502, code: "clip-not-video" });
      await cancelled.promise;
    },
  );

  it.each(["bytes=7-8", "bytes=0-1"])(
    "%s: fetches the start of the file only once for all later ranges",
    async (Range) => {
      const proxy = open({ clips: servingRanges(MP4, labelled("application/octet-stream")) });
      for (let count = 0; count < 3; count += 1) {
        const response = await proxy.get(PATH, { Range });
        expect(response.headers.get("Content-Type")).toBe("video/mp4");
        expect((await response.arrayBuffer()).byteLength).toBe(2);
      }
      const asked = proxy.clipCalls.map(({ headers }) => headers.Range);
      expect(asked).toEqual([Range, "bytes=0-7", Range, Range]);
    },
  );

  it("needs no other request for a range that contains the start of the file", async () => {
    const proxy = open({ clips: servingRanges(MP4, labelled("application/octet-stream")) });
    const response = await proxy.get(PATH, { Range: "bytes=0-15" });
    expect(response.headers.get("Content-Type")).toBe("video/mp4");
    expect(proxy.clipCalls.map(({ headers }) => headers.Range)).toEqual(["bytes=0-15"]);
  });

  it("checks a URL again that had no video", async () => {
    let content = new TextEncoder().encode("<html>Back in a minute</html>");
    const clips: PlainFetch = (url, init) => servingRanges(content, {})(url, init);
    const proxy = open({ clips });
    expect((await problemOf(await proxy.get(PATH, { Range: "bytes=9-" }))).status).toBe(502);
    content = MP4.slice();
    expect((await proxy.get(PATH, { Range: "bytes=9-" })).status).toBe(206);
  });

  it("serves every byte that was read for detection", async () => {
    const chunks = [...MP4].map((byte) => new Uint8Array([byte]));
    const body = new ReadableStream({
      pull(controller) {
        const next = chunks.shift();
        if (next) controller.enqueue(next);
        else controller.close();
      },
    });
    const response = await open({ clips: bytes(body, 200, {}) }).get(PATH);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(MP4);
  });
});
