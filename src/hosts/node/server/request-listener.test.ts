import { once } from "node:events";
import { request as ask } from "node:http";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { serveLoopback } from "#hosts/node/testing/loopback.ts";
import { plainApp } from "#hosts/node/testing/plain-app.ts";
import { exchange } from "#hosts/node/testing/raw-socket.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { requestListener } from "./request-listener.ts";

function serve(app: (request: Request) => Response | Promise<Response>): Promise<string> {
  return serveLoopback(requestListener(plainApp(app)));
}

/** A body that fails after one chunk. */
function failingBody(): ReadableStream<Uint8Array> {
  let isBegun = false;
  return new ReadableStream(
    {
      pull(controller) {
        if (isBegun) throw new Error("the source broke");
        isBegun = true;
        controller.enqueue(new TextEncoder().encode("half"));
      },
    },
    { highWaterMark: 0 },
  );
}

const { Request: NativeRequest, Response: NativeResponse } = globalThis;

it("does not replace the global Request and Response", async () => {
  const origin = await serve(() => new Response("here"));
  expect(await (await fetch(origin)).text()).toBe("here");
  expect([globalThis.Request, globalThis.Response]).toEqual([NativeRequest, NativeResponse]);
});

describe("a response body that fails", () => {
  // Any console output fails a test here, so these tests also check that nothing is logged.
  it("destroys the connection without logging", async () => {
    const origin = await serve(() => new Response(failingBody()));
    const answer = fetch(origin).then((response) => response.text());
    await expect(answer).rejects.toThrow();
  });

  it("never looks complete when a Content-Length was sent", async () => {
    const headers = { "Content-Length": "100" };
    const origin = await serve(() => new Response(failingBody(), { headers }));
    const answer = fetch(origin).then((response) => response.text());
    await expect(answer).rejects.toThrow();
  });

  it("does not stop the server", async () => {
    const origin = await serve(({ url }) =>
      url.endsWith("/bad") ? new Response(failingBody()) : new Response("well"),
    );
    await expect(fetch(`${origin}/bad`).then((response) => response.text())).rejects.toThrow();
    expect(await (await fetch(origin)).text()).toBe("well");
  });
});

describe("a response", () => {
  it("keeps its status, headers and bytes", async () => {
    const origin = await serve(
      () => new Response("bytes", { status: 206, headers: { "Content-Range": "bytes 0-4/9" } }),
    );
    const response = await fetch(origin);
    expect(response.status).toBe(206);
    expect(response.headers.get("Content-Range")).toBe("bytes 0-4/9");
    expect(await response.text()).toBe("bytes");
  });

  it("may have no body", async () => {
    const origin = await serve(() => new Response(null, { status: 304 }));
    expect((await fetch(origin)).status).toBe(304);
  });

  it("cancels its source when the client disconnects", async () => {
    const left = deferred<void>();
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
      cancel: () => left.resolve(),
    });
    const origin = await serve(() => new Response(endless));
    const request = ask(origin).end();
    request.on("error", () => undefined);
    const [response] = await once(request, "response");
    response.on("error", () => undefined);
    await once(response, "readable");
    request.destroy();
    await left.promise;
  });
});

it("passes on the path and the query of a target in absolute form", async () => {
  const origin = await serve(({ url }) => new Response(url));
  const { host } = new URL(origin);
  const head = (target: string) =>
    `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
  for (const target of ["/a/b?c=d%20e", `${origin}/a/b?c=d%20e`]) {
    expect(await exchange(origin, head(target))).toMatch(`\r\n\r\n${origin}/a/b?c=d%20e`);
  }
});

it("leaves the global Request and Response as they are", () => {
  const before = [globalThis.Request, globalThis.Response];
  requestListener(plainApp());
  expect([globalThis.Request, globalThis.Response]).toEqual(before);
});

it("proxy: a client does not speak HTTP → refused with 400, and the server keeps running", async () => {
  const origin = await serve(() => new Response("well"));
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.write("GET / HTTP/1.1\r\nHost: a b\r\n\r\n");
  const [bytes] = await once(socket, "data");
  expect(String(bytes)).toMatch(/^HTTP\/1\.1 400 /);
  expect(String(bytes)).toMatch(/^connection: close\r$/im);
  expect((await fetch(origin)).status).toBe(200);
});
