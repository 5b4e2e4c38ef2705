/** Clips over the HTTP face, held against the bytes themselves. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STAGED_BYTES } from "./testing/stage-renderer.ts";
import { ORIGIN, openStand, type Stand } from "./testing/stand.ts";

const SIZE = STAGED_BYTES.length;

async function standWithClip(prompt = "A lighthouse"): Promise<{ stand: Stand; path: string }> {
  const stand = await openStand();
  const { body } = await stand.create({ prompt });
  await stand.finishAll();
  const task = await stand.read(body.id);
  return { stand, path: task.body.output[0].content[0].url.slice(ORIGIN.length) };
}

describe("a clip", () => {
  test("is whole, typed and validated without a range", async () => {
    const { stand, path } = await standWithClip();
    const response = await stand.fetch(path);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "accept-ranges": "bytes",
      "content-length": String(SIZE),
      "content-type": "video/mp4",
      etag: expect.stringMatching(/^".+"$/),
      "last-modified": expect.any(String),
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(STAGED_BYTES);
  });

  test("gives exactly the bytes of any range", async () => {
    const { stand, path } = await standWithClip();
    await fc.assert(
      fc.asyncProperty(fc.nat(SIZE + 50), fc.nat(SIZE + 50), async (a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const response = await stand.fetch(path, { headers: { Range: `bytes=${first}-${last}` } });
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
        expect(bytes).toEqual(STAGED_BYTES.slice(first, end + 1));
      }),
      { numRuns: 50 },
    );
  });

  test("gives the last bytes", async () => {
    const { stand, path } = await standWithClip();
    const response = await stand.fetch(path, { headers: { Range: "bytes=-10" } });
    expect(response.status).toBe(206);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(STAGED_BYTES.slice(-10));
  });

  test("HEAD tells the size and sends nothing", async () => {
    const { stand, path } = await standWithClip();
    const response = await stand.fetch(path, { method: "HEAD", headers: { Range: "bytes=0-1" } });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Length")).toBe(String(SIZE));
    expect(await response.text()).toBe("");
  });

  test("If-Range: a part only of what is known, else the whole", async () => {
    const { stand, path } = await standWithClip();
    const etag = (await stand.fetch(path)).headers.get("ETag") ?? "";
    const ask = async (ifRange: string) =>
      (await stand.fetch(path, { headers: { Range: "bytes=0-1", "If-Range": ifRange } })).status;
    expect(await ask(etag)).toBe(206);
    expect(await ask('"another"')).toBe(200);
    expect(await ask(`W/${etag}`)).toBe(200);
  });

  test("If-None-Match: 304 for what is known", async () => {
    const { stand, path } = await standWithClip();
    const etag = (await stand.fetch(path)).headers.get("ETag") ?? "";
    const ask = async (tag: string) =>
      (await stand.fetch(path, { headers: { "If-None-Match": tag } })).status;
    expect(await ask(`"x", W/${etag}`)).toBe(304);
    expect(await ask('"x"')).toBe(200);
  });

  test("stops when the client goes", async () => {
    const { stand, path } = await standWithClip();
    const response = await stand.fetch(path);
    await response.body?.cancel();
    expect((await stand.fetch(path)).status).toBe(200);
  });

  test("needs no key, but the token", async () => {
    const { stand } = await standWithClip();
    expect((await stand.fetch("/clips/task-000000000000000000000000.mp4")).status).toBe(404);
    expect((await stand.fetch("/clips/..%2Ftasks%2Fx.mp4")).status).toBe(404);
  });

  test.each([
    ["[[clip expired]]", 410],
    ["[[clip forbidden]]", 403],
  ])("%s: the URL answers %i", async (words, status) => {
    const { stand, path } = await standWithClip(`A lighthouse ${words}`);
    expect((await stand.fetch(path)).status).toBe(status);
  });
});
