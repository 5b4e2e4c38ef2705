/** Clip downloads over HTTP, compared with the original bytes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FAKE_CLIP_BYTES } from "#simulator/testing/fake-renderer.ts";
import {
  ORIGIN,
  openTestSimulator,
  type TestSimulator,
} from "#simulator/testing/test-simulator.ts";

const SIZE = FAKE_CLIP_BYTES.length;

async function openWithClip(
  prompt = "A lighthouse",
): Promise<{ fixture: TestSimulator; path: string }> {
  const fixture = await openTestSimulator();
  const { body } = await fixture.create({ prompt });
  await fixture.finishAll();
  const task = await fixture.read(body.id);
  return { fixture, path: task.body.output[0].content[0].url.slice(ORIGIN.length) };
}

describe("GET a clip", () => {
  test("serves the whole clip with type and ETag without a range", async () => {
    const { fixture, path } = await openWithClip();
    const response = await fixture.fetch(path);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "accept-ranges": "bytes",
      "content-length": String(SIZE),
      "content-type": "video/mp4",
      etag: expect.stringMatching(/^".+"$/),
      "last-modified": expect.any(String),
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(FAKE_CLIP_BYTES);
  });

  test("serves exactly the bytes of any range", async () => {
    const { fixture, path } = await openWithClip();
    await fc.assert(
      fc.asyncProperty(fc.nat(SIZE + 50), fc.nat(SIZE + 50), async (a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const response = await fixture.fetch(path, {
          headers: { Range: `bytes=${first}-${last}` },
        });
        const bytes = new Uint8Array(await response.arrayBuffer());
        if (first >= SIZE) {
          expect(response.status).toBe(416);
          expect(response.headers.get("Content-Range")).toBe(`bytes */${SIZE}`);
          return;
        }
        const end = Math.min(last, SIZE - 1);
        expect(response.status).toBe(206);
        expect(response.headers.get("Content-Range")).toBe(`bytes ${first}-${end}/${SIZE}`);
        expect(response.headers.get("Content-Length")).toBe(String(end - first + 1));
        expect(bytes).toEqual(FAKE_CLIP_BYTES.slice(first, end + 1));
      }),
      { numRuns: 50 },
    );
  });

  test("answers 416 with the size to a range beyond the end", async () => {
    const { fixture, path } = await openWithClip();
    const response = await fixture.fetch(path, { headers: { Range: `bytes=${SIZE}-` } });
    expect(response.status).toBe(416);
    expect(response.headers.get("Content-Range")).toBe(`bytes */${SIZE}`);
    expect(response.headers.has("Content-Type")).toBe(false);
    expect(await response.text()).toBe("");
  });

  test("serves a suffix range", async () => {
    const { fixture, path } = await openWithClip();
    const response = await fixture.fetch(path, { headers: { Range: "bytes=-10" } });
    expect(response.status).toBe(206);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(FAKE_CLIP_BYTES.slice(-10));
  });

  test("answers HEAD with the size and no body", async () => {
    const { fixture, path } = await openWithClip();
    const response = await fixture.fetch(path, { method: "HEAD", headers: { Range: "bytes=0-1" } });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Length")).toBe(String(SIZE));
    expect(await response.text()).toBe("");
  });

  test("If-Range: serves the range only for a matching ETag, otherwise the whole clip", async () => {
    const { fixture, path } = await openWithClip();
    const etag = (await fixture.fetch(path)).headers.get("ETag") ?? "";
    const ask = async (ifRange: string) =>
      (await fixture.fetch(path, { headers: { Range: "bytes=0-1", "If-Range": ifRange } })).status;
    expect(await ask(etag)).toBe(206);
    expect(await ask('"another"')).toBe(200);
    expect(await ask(`W/${etag}`)).toBe(200);
  });

  test("If-None-Match: answers 304 for a matching ETag", async () => {
    const { fixture, path } = await openWithClip();
    const etag = (await fixture.fetch(path)).headers.get("ETag") ?? "";
    const ask = async (tag: string) =>
      (await fixture.fetch(path, { headers: { "If-None-Match": tag } })).status;
    expect(await ask(`"x", W/${etag}`)).toBe(304);
    expect(await ask('"x"')).toBe(200);
  });

  test("stops reading when the client disconnects", async () => {
    const { fixture, path } = await openWithClip();
    const response = await fixture.fetch(path);
    await response.body?.cancel();
    expect((await fixture.fetch(path)).status).toBe(200);
  });

  test("requires the token but no key", async () => {
    const { fixture } = await openWithClip();
    expect((await fixture.fetch("/clips/task-000000000000000000000000.mp4")).status).toBe(404);
    expect((await fixture.fetch("/clips/..%2Ftasks%2Fx.mp4")).status).toBe(404);
  });

  test.each([
    ["[[clip expired]]", 410],
    ["[[clip forbidden]]", 403],
  ])("%s: the URL answers %i", async (words, status) => {
    const { fixture, path } = await openWithClip(`A lighthouse ${words}`);
    expect((await fixture.fetch(path)).status).toBe(status);
  });
});
