import { describe, expect, it } from "vitest";
import type { PlainFetch } from "#proxy/options.ts";
import {
  bytes,
  openWithClip as open,
  CLIP_PATH as PATH,
  video,
} from "#proxy/testing/clip-storage.ts";
import { problemOf } from "#proxy/testing/open-proxy.ts";

describe("redirects of a clip URL", () => {
  const hops =
    (count: number): PlainFetch =>
    async (url, init) => {
      const hop = Number(new URL(url).searchParams.get("hop") ?? 0);
      if (hop === count) return video(url, init);
      return new Response(null, { status: 302, headers: { Location: `/next?hop=${hop + 1}` } });
    };

  it("are followed up to three times, with every hop checked", async () => {
    const proxy = open({ clips: hops(3) });
    expect((await proxy.get(PATH)).status).toBe(200);
    expect(proxy.clipCalls.map(({ url }) => url)).toEqual([
      "https://cdn.test/a.mp4?sig=1",
      "https://cdn.test/next?hop=1",
      "https://cdn.test/next?hop=2",
      "https://cdn.test/next?hop=3",
    ]);
  });

  it("clip: clip storage redirects endlessly → fails after three redirects", async () => {
    const proxy = open({ clips: hops(4) });
    expect((await problemOf(await proxy.get(PATH))).code).toBe("clip-address-refused");
    expect(proxy.clipCalls).toHaveLength(4);
  });

  it("count only with a redirect status", async () => {
    for (const status of [204, 403]) {
      const proxy = open({ clips: bytes(null, status, { Location: "/next" }) });
      await proxy.get(PATH);
      expect(proxy.clipCalls.every(({ url }) => !url.includes("/next"))).toBe(true);
    }
    const proxy = open({ clips: bytes(null, 304, {}) });
    expect((await problemOf(await proxy.get(PATH))).code).toBe("clip-unavailable");
  });

  it("to a non-http URL are refused", async () => {
    const clips = bytes(null, 302, { Location: "http://" });
    expect((await problemOf(await open({ clips }).get(PATH))).code).toBe("clip-address-refused");
  });
});
