import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { taskPath } from "#kirin/endpoints.ts";
import type { PlainFetchInit } from "#proxy/options.ts";
import { openUpstream } from "./open-upstream.ts";
import { serveLoopback } from "./testing/loopback.ts";

const get = (headers: Record<string, string> = {}): PlainFetchInit => ({
  method: "GET",
  headers,
  redirect: "manual",
  signal: new AbortController().signal,
});

/** A folder of its own for a simulator. */
async function newFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "kirin-upstream-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

describe("a live upstream", () => {
  const open = async (apiKey: string | null) => {
    const origin = await serveLoopback((request, response) => response.end(request.url));
    const settings = { kind: "live", baseUrl: `${origin}/base`, apiKey } as const;
    return {
      origin,
      ...(await openUpstream(settings, {
        dir: "/nowhere",
        speed: 1,
        mayCallLoopback: true,
      })),
    };
  };

  it("has the key and the address of the settings", async () => {
    const { origin, upstream, close } = await open("sk-1");
    expect(upstream).toMatchObject({ kind: "live", baseUrl: `${origin}/base` });
    expect(upstream.apiKey()).toBe("sk-1");
    const keyless = await open(null);
    expect(keyless.upstream.apiKey()).toBeNull();
    await Promise.all([close(), keyless.close()]);
  });

  it("may fetch clips from its own origin, although that is in a private network", async () => {
    const { origin, clipFetch, close } = await open("sk-1");
    expect(await (await clipFetch(`${origin}/a.mp4`, get())).text()).toBe("/a.mp4");
    await close();
  });

  it("makes no new call once it is closed", async () => {
    const { origin, upstream, clipFetch, close } = await open("sk-1");
    await close();
    await expect(upstream.fetch(`${origin}/base`, get())).rejects.toThrow();
    await expect(clipFetch(`${origin}/a.mp4`, get())).rejects.toThrow();
  });
});

describe("the embedded simulator as upstream", () => {
  it("answers in this process, to a key of its own", async () => {
    const settings = { dir: await newFolder(), speed: 1, mayCallLoopback: true };
    const { upstream, clipFetch, close } = await openUpstream({ kind: "simulator" }, settings);
    expect(upstream.kind).toBe("simulator");
    const url = upstream.baseUrl + taskPath("none");
    const headers = { Authorization: `Bearer ${upstream.apiKey()}` };
    expect((await upstream.fetch(url, get(headers))).status).toBe(404);
    expect((await clipFetch(`${upstream.baseUrl}/clips/none.mp4`, get())).status).toBe(404);
    await close();
  });

  it("releases its folder when it is closed", async () => {
    const settings = { dir: await newFolder(), speed: 1, mayCallLoopback: true };
    const open = () => openUpstream({ kind: "simulator" }, settings);
    const first = await open();
    await expect(open()).rejects.toThrow();
    await first.close();
    const second = await open();
    await second.close();
  });
});
