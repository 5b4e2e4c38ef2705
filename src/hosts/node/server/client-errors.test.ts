/** Invalid HTTP on a connection that has already carried a request. */
import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { ON_LOOPBACK, plainApp } from "#hosts/node/testing/plain-app.ts";
import { exchange, statusesIn } from "#hosts/node/testing/raw-socket.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { listen } from "./listen.ts";
import type { NodeApp } from "./node-app.ts";

const GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
const CHUNKED = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
const BROKEN = "Broken\r\n\r\n";

async function serve(app: NodeApp): Promise<string> {
  const server = await listen(app, ON_LOOPBACK);
  onTestFinished(() => server.close(AbortSignal.abort()));
  return server.url;
}

/** An app that records the methods of the requests it refuses. */
function recordingApp(fetch?: NodeApp["fetch"]) {
  const methods: string[] = [];
  const app: NodeApp = {
    ...plainApp(fetch),
    refuse(code, method) {
      methods.push(method);
      return new Response(code, { status: 400 });
    },
  };
  return { app, methods };
}

it("a refusal has its exact length and says that the connection closes", async () => {
  const app: NodeApp = {
    ...plainApp(),
    refuse: () => new Response("ungültig", { status: 400, headers: { "X-Kind": "refusal" } }),
  };
  const answer = await exchange(await serve(app), BROKEN);
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(Buffer.from(body, "latin1").toString()).toBe("ungültig");
  expect(head.toLowerCase().split("\r\n").sort()).toEqual(
    expect.arrayContaining([
      "http/1.1 400 bad request",
      "connection: close",
      "content-length: 9",
      "x-kind: refusal",
    ]),
  );
});

describe("invalid HTTP after a request", () => {
  it("is refused without the method of the request before it", async () => {
    const { app, methods } = recordingApp();
    const answer = await exchange(await serve(app), GET + GET.replace("GET", "G T"), {
      isHeldOpen: true,
    });
    expect(methods).not.toContain("GET");
    expect(statusesIn(answer).length).toBeLessThanOrEqual(2);
  });

  it("in its body is refused with its own method", async () => {
    const { app, methods } = recordingApp(async (request) => new Response(await request.text()));
    const answer = await exchange(await serve(app), `${CHUNKED}ZZ\r\n`, { isHeldOpen: true });
    expect(statusesIn(answer)).toEqual([400]);
    expect(methods).toEqual(["POST"]);
  });

  it("proxy: a client sends invalid HTTP while it waits for a response → the connection is closed, and no refusal looks like that response", async () => {
    const { app, methods } = recordingApp(() => new Promise(() => undefined));
    expect(await exchange(await serve(app), GET + BROKEN, { isHeldOpen: true })).toBe("");
    expect(methods).toEqual([]);
  });

  it("proxy: a client sends invalid HTTP while a response is being written → the connection is closed, and no refusal is mixed into it", async () => {
    const begun = deferred<void>();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("half"));
        begun.resolve();
      },
    });
    const { app, methods } = recordingApp(() => new Response(body));
    const { port } = new URL(await serve(app));
    const socket = connect(Number(port), "127.0.0.1");
    let answer = "";
    socket.setEncoding("latin1").on("error", () => undefined);
    socket.write(CHUNKED);
    [answer] = await once(socket, "data");
    socket.on("data", (text) => {
      answer += text;
    });
    socket.write("ZZ\r\n");
    await once(socket, "close");
    expect(statusesIn(answer)).toEqual([200]);
    expect(methods).toEqual([]);
  });
});
