import type { IncomingMessage } from "node:http";
import type { LookupFunction } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { problemSchema } from "#contract/problem.ts";
import { serveLoopback } from "#hosts/node/testing/loopback.ts";
import { ClipAddressRefused } from "#proxy/clips/clip-address.ts";
import { createProxy } from "#proxy/create-proxy.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { type ClipFetchOptions, createClipFetch } from "./clip-fetch.ts";

const CLIP = "http://localhost:4173/api/generations/t/clips/0";

function open(options: ClipFetchOptions) {
  const clips = createClipFetch(options);
  onTestFinished(() => clips.close());
  return clips.fetch;
}

const ask = () =>
  ({
    method: "GET",
    headers: {},
    redirect: "manual",
    signal: new AbortController().signal,
  }) as const;

/** A resolver that returns fixed addresses, in both callback forms that sockets use. */
function resolver(...addresses: string[]): LookupFunction {
  return (_hostname, options, callback) => {
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (options.all) callback(null, found);
    else callback(null, found[0]?.address ?? "", found[0]?.family ?? 4);
  };
}

/** A proxy whose only task has its clip at `url`. */
function openProxy(url: string, options: ClipFetchOptions) {
  const task = { id: "t", status: "completed", output: [{ type: "video", url }] };
  const app = createProxy({
    upstream: {
      baseUrl: "https://kirin.test",
      apiKey: () => "sk-secret-key",
      kind: "live",
      fetch: async () => Response.json(task),
    },
    clipFetch: open(options),
    log: () => undefined,
  });
  return (init: RequestInit = {}) => app.fetch(new Request(CLIP, init));
}

describe("the address check", () => {
  it.each([
    [["127.0.0.1"]],
    [["8.8.8.8", "127.0.0.1"]],
    [["::1"]],
    [["::ffff:127.0.0.1"]],
    [["169.254.169.254"]],
  ])(
    "clip: a clip's host name resolves to a private address → no connection, even if it resolved to a public one before (%j)",
    async (addresses) => {
      let visits = 0;
      const inside = await serveLoopback((_request, response) => {
        visits += 1;
        response.end();
      });
      let asked = 0;
      const lookup: LookupFunction = (hostname, options, callback) => {
        asked += 1;
        // With DNS rebinding a second lookup would return another address; there must be no second lookup.
        resolver(...(asked === 1 ? addresses : ["8.8.8.8"]))(hostname, options, callback);
      };
      const fetch = open({ trustedOrigin: "https://kirin.test", lookup });
      const url = `http://cdn.test:${new URL(inside).port}/a`;
      await expect(fetch(url, ask())).rejects.toThrow(ClipAddressRefused);
      expect([asked, visits]).toEqual([1, 0]);
    },
  );

  it("clip: a clip's host name cannot be resolved → the error of the resolver, not a refused address", async () => {
    const lookup: LookupFunction = (_hostname, _options, callback) => {
      callback(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), "", 0);
    };
    const fetch = open({ trustedOrigin: "https://kirin.test", lookup });
    await expect(fetch("http://cdn.test/a", ask())).rejects.toMatchObject({ code: "ENOTFOUND" });
  });

  it("clip: clip storage redirects into a private network → not followed", async () => {
    let visits = 0;
    const inside = await serveLoopback((_request, response) => {
      visits += 1;
      response.writeHead(200, { "Content-Type": "video/mp4" }).end("secret");
    });
    const own = await serveLoopback((_request, response) => {
      response.writeHead(302, { Location: `${inside}/a` }).end();
    });
    const response = await openProxy(`${own}/a.mp4`, { trustedOrigin: own })();
    expect(problemSchema.parse(await response.json()).code).toBe("clip-address-refused");
    expect(visits).toBe(0);
  });

  it("uses the in-process transport for the upstream's own origin", async () => {
    const fetch = open({
      trustedOrigin: "http://simulator.internal",
      trustedFetch: async (url) => new Response(url),
      lookup: resolver("127.0.0.1"),
    });
    const response = await fetch("http://simulator.internal/clips/a.mp4", ask());
    expect(await response.text()).toBe("http://simulator.internal/clips/a.mp4");
    await expect(fetch("http://simulator.internal:81/a", ask())).rejects.toThrow(
      ClipAddressRefused,
    );
  });
});

/** The first bytes of an MP4. */
const FIRST_BYTES = Buffer.from("\0\0\0\x18ftypisom");

describe("a clip over a real connection", () => {
  it("is fetched in ranges and without the key", async () => {
    const seen: IncomingMessage[] = [];
    const own = await serveLoopback((request, response) => {
      seen.push(request);
      response.writeHead(206, {
        "Content-Type": "video/mp4",
        "Content-Range": "bytes 2-5/10",
      });
      response.end(request.headers.range === "bytes=2-5" ? "2345" : FIRST_BYTES);
    });
    const get = openProxy(`${own}/a.mp4`, { trustedOrigin: own });
    const response = await get({ headers: { Range: "bytes=2-5" } });
    expect(response.status).toBe(206);
    expect(await response.text()).toBe("2345");
    expect(seen[0]?.headers).toMatchObject({ range: "bytes=2-5", "accept-encoding": "identity" });
    expect(seen[0]?.headers.authorization).toBeUndefined();
  });

  it("is cancelled when the browser disconnects midway", async () => {
    const closed = deferred<void>();
    const own = await serveLoopback((request, response) => {
      request.socket.once("close", () => closed.resolve());
      response.writeHead(200, { "Content-Type": "video/mp4", "Content-Length": "1000000000" });
      response.write(FIRST_BYTES);
      const more = () => {
        while (response.write(Buffer.alloc(64 * 1024)));
      };
      response.on("drain", more);
      more();
    });
    const response = await openProxy(`${own}/a.mp4`, { trustedOrigin: own })();
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.byteLength).toBeGreaterThan(0);
    await reader?.cancel();
    await closed.promise;
  });

  it("clip: clip storage stalls midway → the transfer is aborted after the idle timeout", async () => {
    const own = await serveLoopback((_request, response) => {
      response.writeHead(200, { "Content-Type": "video/mp4", "Content-Length": "100" });
      response.write(FIRST_BYTES);
    });
    // Long enough for the first bytes on a busy machine.
    const get = openProxy(`${own}/a.mp4`, { trustedOrigin: own, idleTimeoutMs: 500 });
    const response = await get();
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  it("clip: a download breaks off midway → the response fails, so half a clip never looks complete", async () => {
    const own = await serveLoopback((request, response) => {
      response.writeHead(200, { "Content-Type": "video/mp4", "Content-Length": "100" });
      response.write(FIRST_BYTES, () => request.socket.destroy());
    });
    const response = await openProxy(`${own}/a.mp4`, { trustedOrigin: own })();
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  it("closes the upstream connection of a HEAD request", async () => {
    const closed = deferred<void>();
    const own = await serveLoopback((request, response) => {
      request.socket.once("close", () => closed.resolve());
      response.writeHead(200, { "Content-Type": "video/mp4", "Content-Length": "1000000000" });
      response.write(FIRST_BYTES);
    });
    const response = await openProxy(`${own}/a.mp4`, { trustedOrigin: own })({ method: "HEAD" });
    expect(response.headers.get("Content-Length")).toBe("1000000000");
    await closed.promise;
  });
});
