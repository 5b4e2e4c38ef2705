import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { deferred } from "#proxy/testing/deferred.ts";
import { generationOf, openProxy, PROMPT, problemOf, TASK } from "#proxy/testing/open-proxy.ts";
import { scripted } from "#proxy/testing/scripted-stream.ts";

const PATH = "/api/generations/task-1";
const CREATE = { prompt: PROMPT, external_task_id: "mine-1" };
const JSON_TASK = new TextEncoder().encode(JSON.stringify(TASK));

describe("a call to Kirin", () => {
  it("asks for uncompressed JSON", async () => {
    const proxy = openProxy();
    await proxy.get(PATH);
    expect(proxy.calls[0]?.headers).toMatchObject({
      Accept: "application/json",
      "Accept-Encoding": "identity",
    });
    expect(proxy.calls[0]?.headers).not.toHaveProperty("Content-Type");
  });

  it("leaves no timer behind", async () => {
    const proxy = openProxy();
    await proxy.post("/api/generations", CREATE);
    await proxy.get(PATH);
    expect(proxy.clock.pending).toBe(0);
  });

  it("cancels a body in a coding that it cannot undo", async () => {
    const stream = scripted([JSON_TASK]);
    const headers = { "Content-Encoding": "br" };
    const proxy = openProxy({
      kirin: async () => new Response(stream.body as BodyInit, { headers }),
    });
    expect((await problemOf(await proxy.get(PATH))).code).toBe("upstream-unreadable");
    expect(stream).toMatchObject({ isCancelled: true, pulls: 0 });
  });

  it("poll: a compressed response is damaged or expands beyond the limit → unreadable, or too large", async () => {
    const packed = async (bytes: Uint8Array<ArrayBuffer>, answerMaxBytes: number) => {
      const headers = { "Content-Encoding": "gzip" };
      const kirin = async () => new Response(bytes, { headers });
      return (await problemOf(await openProxy({ kirin, limits: { answerMaxBytes } }).get(PATH)))
        .code;
    };
    const bomb = new Uint8Array(gzipSync(new Uint8Array(100_000)));
    expect(await packed(bomb, 1_000)).toBe("upstream-too-large");
    expect(await packed(bomb.subarray(0, 20), 1_000)).toBe("upstream-unreadable");
  });

  it("reads compressed JSON", async () => {
    const packed = new Response(JSON_TASK).body?.pipeThrough(new CompressionStream("gzip"));
    const headers = { "Content-Encoding": "gzip" };
    const proxy = openProxy({ kirin: async () => new Response(packed ?? null, { headers }) });
    expect(await generationOf(await proxy.get(PATH))).toMatchObject({ id: "task-1" });
  });

  it("submit: the response to a create arrives after the time limit → it is cancelled, and the outcome stays unknown", async () => {
    const kirin = deferred<Response>();
    const late = scripted([JSON_TASK]);
    const proxy = openProxy({ kirin: () => kirin.promise });
    const answered = proxy.post("/api/generations", CREATE);
    await proxy.asked;
    await proxy.clock.advance(30_000);
    expect(await problemOf(await answered)).toMatchObject({ outcome: "unknown" });
    kirin.resolve(new Response(late.body as BodyInit));
    await kirin.promise;
    await proxy.clock.advance(0);
    expect(late.isCancelled).toBe(true);
  });

  it("submit: the response to a create breaks off with an error that usually precedes a request → the outcome is unknown all the same", async () => {
    const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
    const stream = scripted([JSON_TASK.subarray(0, 5), refused]);
    const proxy = openProxy({ kirin: async () => new Response(stream.body as BodyInit) });
    expect(await problemOf(await proxy.post("/api/generations", CREATE))).toMatchObject({
      code: "upstream-reset",
      outcome: "unknown",
    });
  });

  it("reports a redirect that a browser host hides", async () => {
    const hidden = Object.defineProperties(Response.error(), {
      type: { value: "opaqueredirect" },
    });
    const proxy = openProxy({ kirin: async () => hidden });
    expect(await problemOf(await proxy.post("/api/generations", CREATE))).toMatchObject({
      code: "upstream-redirected",
      outcome: "unknown",
    });
  });

  it("is not repeated for a client that has disconnected", async () => {
    const browser = new AbortController();
    const proxy = openProxy({
      kirin: async () => {
        await Promise.resolve();
        browser.abort();
        throw new TypeError("reset");
      },
    });
    expect((await proxy.get(PATH, {}, { signal: browser.signal })).status).toBe(499);
    await proxy.clock.advance(0);
    expect(proxy.calls).toHaveLength(1);
  });
});
