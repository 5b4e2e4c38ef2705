/** A failed download is repeated with a fresh URL. */
import { expect, it } from "vitest";
import type { PlainFetch } from "#proxy/options.ts";
import { DONE, openProxy, problemOf } from "#proxy/testing/open-proxy.ts";
import { ClipAddressRefused } from "./clip-address.ts";

const PATH = "/api/generations/task-1/clips/0";
const CLIP = "\0\0\0\x18ftyp a clip";
const video = () => new Response(CLIP, { headers: { "Content-Type": "video/mp4" } });

/** A Kirin that signs a new URL at every read, and clip storage that responds to each as scripted. */
function openSigned(answer: (signature: number) => Response | Error) {
  let reads = 0;
  const kirin: PlainFetch = async () => {
    reads += 1;
    return Response.json({
      ...DONE,
      output: [{ type: "video", url: `https://cdn.test/a?sig=${reads}` }],
    });
  };
  const clips: PlainFetch = async (url) => {
    const answered = answer(Number(new URL(url).searchParams.get("sig")));
    if (answered instanceof Error) throw answered;
    return answered;
  };
  return openProxy({ kirin, clips });
}

it.each([
  ["403", new Response(null, { status: 403 })],
  ["404", new Response(null, { status: 404 })],
  ["410", new Response(null, { status: 410 })],
  ["400", new Response(null, { status: 400 })],
  ["a broken connection", new TypeError("reset")],
  ["a page in its place", new Response("<html>", { headers: { "Content-Type": "text/html" } })],
  ["a redirect into a private network", new ClipAddressRefused()],
])(
  "clip: the cached URL of a clip fails → the task is read again and the fresh URL is used (%s)",
  async (_name, fault) => {
    let isFaulty = false;
    const proxy = openSigned((signature) => (isFaulty && signature === 1 ? fault : video()));
    expect((await proxy.get(PATH)).status).toBe(200);
    isFaulty = true;
    const again = await proxy.get(PATH);
    expect(await again.text()).toBe(CLIP);
    expect(proxy.clipCalls.map(({ url }) => url)).toEqual([
      "https://cdn.test/a?sig=1",
      "https://cdn.test/a?sig=1",
      "https://cdn.test/a?sig=2",
    ]);
    // The fresh URL is cached.
    await proxy.get(PATH);
    expect(proxy.calls).toHaveLength(2);
  },
);

it("tries a fresh URL once and reports that URL's result", async () => {
  let isFaulty = false;
  const proxy = openSigned((signature) => {
    if (!isFaulty) return video();
    return signature === 1 ? new TypeError("reset") : new Response(null, { status: 404 });
  });
  await proxy.get(PATH);
  isFaulty = true;
  expect((await problemOf(await proxy.get(PATH))).code).toBe("clip-expired");
  expect(proxy.calls).toHaveLength(2);
  expect(proxy.clipCalls).toHaveLength(3);
});

it("clip: the cached URL of a clip and the fresh one both fail for a moment → each is tried once", async () => {
  let isFaulty = false;
  const proxy = openSigned(() => (isFaulty ? new TypeError("reset") : video()));
  await proxy.get(PATH);
  isFaulty = true;
  expect((await problemOf(await proxy.get(PATH))).code).toBe("clip-unavailable");
  expect(proxy.clipCalls.map(({ url }) => url)).toEqual([
    "https://cdn.test/a?sig=1",
    "https://cdn.test/a?sig=1",
    "https://cdn.test/a?sig=2",
  ]);
});

it("reads the task again for a second download, because the first one has used the URL", async () => {
  const proxy = openSigned(video);
  const download = () => proxy.get(PATH, { "Cache-Control": "no-cache" });
  await download();
  await download();
  expect(proxy.clipCalls.map(({ url }) => url)).toEqual([
    "https://cdn.test/a?sig=1",
    "https://cdn.test/a?sig=2",
  ]);
});

it("does not fall back to the old URL of a task that Kirin no longer has", async () => {
  let isGone = false;
  const proxy = openProxy({
    kirin: async () => (isGone ? new Response(null, { status: 404 }) : Response.json(DONE)),
    clips: async () => video(),
  });
  const download = () => proxy.get(PATH, { "Cache-Control": "no-cache" });
  await download();
  isGone = true;
  expect((await problemOf(await download())).code).toBe("task-not-found");
  expect(proxy.clipCalls).toHaveLength(1);
});

it("does not retry a range that is not satisfiable", async () => {
  let isFaulty = false;
  const proxy = openSigned(() => (isFaulty ? new Response(null, { status: 416 }) : video()));
  await proxy.get(PATH);
  isFaulty = true;
  const answer = await proxy.get(PATH, { Range: "bytes=900-" });
  expect((await problemOf(answer)).code).toBe("range-not-satisfiable");
  expect(proxy.calls).toHaveLength(1);
});

it.each(["no-cache", "max-age=0, No-Cache"])(
  "%s: reads the task for a fresh URL once a download has used the cached one",
  async (value) => {
    const proxy = openSigned(video);
    const download = () => proxy.get(PATH, { "Cache-Control": value });
    // A player's range requests do not count as a download.
    await proxy.get(PATH);
    await download();
    expect(proxy.calls).toHaveLength(1);
    await download();
    await proxy.get(PATH, { "Cache-Control": "max-age=0" });
    expect(proxy.clipCalls.map(({ url }) => url)).toEqual([
      "https://cdn.test/a?sig=1",
      "https://cdn.test/a?sig=1",
      "https://cdn.test/a?sig=2",
      "https://cdn.test/a?sig=2",
    ]);
  },
);

it("does not call Kirin for a client that has disconnected", async () => {
  const browser = new AbortController();
  let isFaulty = false;
  const proxy = openSigned(() => {
    if (!isFaulty) return video();
    browser.abort();
    return new TypeError("aborted");
  });
  await proxy.get(PATH);
  isFaulty = true;
  await proxy.get(PATH, {}, { signal: browser.signal });
  expect(proxy.calls).toHaveLength(1);
});
