import { HttpResponse, http } from "msw";
import { describe, expect, test, vi } from "vitest";
import { aProblem } from "../testing/fixtures.ts";
import { mockServer, problemResponse } from "../testing/kirin-mock.ts";
import { fetchClip } from "./clip-bytes.ts";

const SRC = "/api/generations/task-1/clips/0";
const server = mockServer();
const signal = new AbortController().signal;

const CLIP = new Uint8Array(1000).fill(7);

/** A body that yields one chunk and then stalls until it is cancelled. */
const silentBody = () =>
  new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(CLIP) });

function serve(body: BodyInit, headers: Record<string, string> = {}) {
  const asked = vi.fn();
  server.use(
    http.get(SRC, ({ request }) => {
      const { cache, headers: own } = request;
      asked(cache, own.get("Cache-Control"), own.get("Range"));
      return new HttpResponse(body, { headers: { "Content-Type": "video/mp4", ...headers } });
    }),
  );
  return asked;
}

async function bytes(options: Partial<Parameters<typeof fetchClip>[1]> = {}) {
  const answer = await fetchClip(SRC, { signal, ...options });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

describe("the bytes of a clip", () => {
  test("are fetched in full, with a fresh address, bypassing the browser's cache", async () => {
    const asked = serve(CLIP, { "Content-Length": "1000" });
    const { type, length, body } = await bytes();
    expect({ type, length }).toEqual({ type: "video/mp4", length: 1000 });
    expect(await new Response(body).bytes()).toEqual(CLIP);
    expect(asked).toHaveBeenCalledExactlyOnceWith("no-store", "no-cache", null);
  });

  test("have no length if none was sent or it counts encoded bytes", async () => {
    serve(CLIP);
    expect((await bytes()).length).toBeNull();
    serve(CLIP, { "Content-Length": "12", "Content-Encoding": "identity" });
    expect((await bytes()).length).toBeNull();
  });

  test.each([
    ["fewer", "1001"],
    ["more", "999"],
  ])(
    "clip: fewer or more bytes arrive than announced → the download fails (%s)",
    async (_name, length) => {
      serve(CLIP, { "Content-Length": length });
      const { body } = await bytes();
      await expect(new Response(body).bytes()).rejects.toThrow();
    },
  );

  test("fail if the body is empty", async () => {
    serve(new Uint8Array());
    await expect(new Response((await bytes()).body).bytes()).rejects.toThrow();
  });

  test("clip: a download stalls → it is aborted and can be retried", async () => {
    serve(silentBody());
    // Long enough for the first bytes on a busy machine.
    const { body } = await bytes({ silenceMs: 1000 });
    const reader = body.getReader();
    expect((await reader.read()).value).toEqual(CLIP);
    await expect(reader.read()).rejects.toThrow();
  });

  test("stop when the caller aborts", async () => {
    serve(silentBody());
    const duty = new AbortController();
    const reader = (await bytes({ signal: duty.signal })).body.getReader();
    await reader.read();
    duty.abort();
    await expect(reader.read()).rejects.toThrow();
  });
});

describe("without bytes", () => {
  test("returns the proxy's reason", async () => {
    const problem = aProblem("clip-expired", { status: 410 });
    server.use(http.get(SRC, () => problemResponse(problem)));
    expect(await fetchClip(SRC, { signal })).toEqual({ ok: false, problem });
  });

  test.each([
    ["a part of the clip", new HttpResponse("part", { status: 206 }), "studio-unreadable"],
    ["a gateway without a server", new HttpResponse("no", { status: 502 }), "studio-unreachable"],
    ["no answer", HttpResponse.error(), "studio-unreachable"],
  ])("%s", async (_name, response, code) => {
    server.use(http.get(SRC, () => response));
    expect(await fetchClip(SRC, { signal })).toMatchObject({ ok: false, problem: { code } });
  });

  test("does not report an abort as a failure of the clip", async () => {
    const ended = AbortSignal.abort();
    expect(await fetchClip(SRC, { signal: ended })).toMatchObject({
      problem: { code: "studio-aborted" },
    });
  });
});
