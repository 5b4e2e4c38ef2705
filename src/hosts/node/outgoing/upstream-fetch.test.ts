import { once } from "node:events";
import type { IncomingMessage, RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { problemSchema } from "#contract/problem.ts";
import { requestListener } from "#hosts/node/server/request-listener.ts";
import { serveLoopback, serveSockets } from "#hosts/node/testing/loopback.ts";
import { createProxy } from "#proxy/create-proxy.ts";
import type { Limits } from "#proxy/options.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { createUpstreamFetch } from "./upstream-fetch.ts";

const ORIGIN = "http://localhost:4173";
const TASK = JSON.stringify({ id: "t", status: "queued" });

/** The real proxy with real sockets to `baseUrl`. */
function openProxy(baseUrl: string, limits: Partial<Limits> = {}) {
  const transport = createUpstreamFetch();
  onTestFinished(() => transport.close());
  const app = createProxy({
    upstream: { baseUrl, apiKey: () => "sk-secret-key", kind: "live", fetch: transport.fetch },
    clipFetch: () => Promise.reject(new Error("no clips here")),
    log: () => undefined,
    // Every read is a call, however soon it follows another.
    limits: { pollShareMs: 0, ...limits },
  });
  return {
    app,
    read: () => app.fetch(new Request(`${ORIGIN}/api/generations/t`)),
    create: (signal?: AbortSignal) =>
      app.fetch(
        new Request(`${ORIGIN}/api/generations`, {
          method: "POST",
          headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1" },
          body: JSON.stringify({ prompt: "a" }),
          ...(signal && { signal }),
        }),
      ),
  };
}

async function serveCounted(handler: RequestListener) {
  const requests: IncomingMessage[] = [];
  const baseUrl = await serveLoopback((request, response) => {
    requests.push(request);
    handler(request, response);
  });
  return { baseUrl, requests };
}

async function problemOf(response: Response) {
  return problemSchema.parse(await response.json());
}

describe("a create over a real connection", () => {
  it("is sent as plain JSON with its length, on a new connection", async () => {
    const bodies: string[] = [];
    const { baseUrl, requests } = await serveCounted(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      bodies.push(body);
      response.end(TASK);
    });
    const proxy = openProxy(baseUrl);
    expect((await proxy.create()).status).toBe(201);
    expect((await proxy.create()).status).toBe(201);
    expect(bodies).toEqual(
      Array(2).fill('{"model":"kirin_v2_6_t2v","input":[{"params":{"prompt":"a"}}]}'),
    );
    expect(requests[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "content-length": String(bodies[0]?.length),
      authorization: "Bearer sk-secret-key",
      connection: "close",
    });
  });

  it("submit: the connection is reset after the create was sent → outcome unknown, and it is not sent again", async () => {
    const { baseUrl, requests } = await serveCounted((request) => request.socket.resetAndDestroy());
    const problem = await problemOf(await openProxy(baseUrl).create());
    expect(problem).toMatchObject({ code: "upstream-reset", outcome: "unknown", retryable: false });
    expect(requests).toHaveLength(1);
  });

  it("submit: the response to a create is truncated → outcome unknown, and it is not sent again", async () => {
    const { baseUrl, requests } = await serveCounted((request, response) => {
      response.writeHead(200, { "Content-Length": "1000" });
      response.write(TASK.slice(0, 8), () => request.socket.end());
    });
    const problem = await problemOf(await openProxy(baseUrl).create());
    expect(problem).toMatchObject({ code: "upstream-reset", outcome: "unknown" });
    expect(requests).toHaveLength(1);
  });

  it.each([421, 401, 407, 408, 500, 503])(
    "submit: Kirin answers a create with a status that transports often retry → it is sent once (%i)",
    async (status) => {
      const { baseUrl, requests } = await serveCounted((_request, response) => {
        response.writeHead(status, { "WWW-Authenticate": "Basic", "Retry-After": "0" }).end();
      });
      expect((await openProxy(baseUrl).create()).ok).toBe(false);
      expect(requests).toHaveLength(1);
    },
  );

  it("proxy: Kirin redirects a create or a read → not followed, so neither prompt nor key is sent elsewhere", async () => {
    let visits = 0;
    const elsewhere = await serveLoopback((_request, response) => {
      visits += 1;
      response.end(TASK);
    });
    const { baseUrl } = await serveCounted((_request, response) => {
      response.writeHead(307, { Location: elsewhere }).end();
    });
    const proxy = openProxy(baseUrl);
    expect((await problemOf(await proxy.create())).code).toBe("upstream-redirected");
    expect((await problemOf(await proxy.read())).code).toBe("upstream-redirected");
    expect(visits).toBe(0);
  });

  it("times out without response headers and closes the connection", async () => {
    const arrived = deferred<IncomingMessage>();
    const baseUrl = await serveLoopback((request) => arrived.resolve(request));
    // Long enough for the request to arrive on a busy machine.
    const answered = openProxy(baseUrl, { createTimeoutMs: 500 }).create();
    const closed = once((await arrived.promise).socket, "close");
    expect(await problemOf(await answered)).toMatchObject({
      code: "upstream-timeout",
      outcome: "unknown",
    });
    await closed;
  });

  it("continues when the browser disconnects", async () => {
    const arrived = deferred<() => void>();
    const baseUrl = await serveLoopback((_request, response) => {
      arrived.resolve(() => response.end(TASK));
    });
    const browser = new AbortController();
    const answered = openProxy(baseUrl).create(browser.signal);
    const answerNow = await arrived.promise;
    browser.abort();
    answerNow();
    expect((await answered).status).toBe(201);
  });

  it("submit: nothing listens at Kirin's address → outcome not-sent, so it can be retried", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    // The address of a TCP server is always an AddressInfo.
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    expect(await problemOf(await openProxy(`http://127.0.0.1:${port}`).create())).toMatchObject({
      code: "upstream-unreachable",
      outcome: "not-sent",
      retryable: true,
    });
  });

  it("submit: the TLS handshake fails or breaks off → outcome not-sent, so it can be retried", async () => {
    const plain = await serveLoopback((_request, response) => response.end());
    const cutOff = await serveSockets((socket) => socket.destroy());
    for (const baseUrl of [plain.replace("http:", "https:"), `https://${cutOff}`]) {
      const problem = await problemOf(await openProxy(baseUrl).create());
      expect(problem).toMatchObject({ code: "upstream-unreachable", outcome: "not-sent" });
    }
  });
});

describe("a read over real connections", () => {
  it("proxy: both clients of one slow read disconnect → Kirin received one read, and its connection is closed", async () => {
    const arrived = deferred<IncomingMessage>();
    const { baseUrl, requests } = await serveCounted((request) => arrived.resolve(request));
    const studio = await serveLoopback(requestListener(openProxy(baseUrl).app));
    const browsers = [new AbortController(), new AbortController()];
    const asked = browsers.map(({ signal }) => fetch(`${studio}/api/generations/t`, { signal }));
    const closed = once((await arrived.promise).socket, "close");
    for (const browser of browsers) browser.abort();
    for (const answer of asked) await expect(answer).rejects.toThrow();
    await closed;
    expect(requests).toHaveLength(1);
  });

  it("poll: a kept-alive connection to Kirin breaks on reuse → the read is retried and succeeds", async () => {
    let isBroken = false;
    const { baseUrl, requests } = await serveCounted((request, response) => {
      if (isBroken) request.socket.resetAndDestroy();
      else response.end(TASK);
      isBroken = !isBroken;
    });
    const proxy = openProxy(baseUrl);
    expect((await proxy.read()).status).toBe(200);
    expect((await proxy.read()).status).toBe(200);
    expect(requests).toHaveLength(3);
  });
});

describe("a response over a real connection", () => {
  it.each([
    ["gzip", gzipSync(TASK)],
    ["X-GZIP", gzipSync(TASK)],
    ["gzip, identity", gzipSync(TASK)],
    ["deflate", deflateSync(TASK)],
    ["deflate", deflateRawSync(TASK)],
    ["deflate, gzip", gzipSync(deflateSync(TASK))],
  ])(
    "submit: Kirin compresses a response despite `identity` → a create and a read still parse the task (%s)",
    async (encoding, body) => {
      const { baseUrl, requests } = await serveCounted((_request, response) => {
        response.writeHead(200, { "Content-Encoding": encoding }).end(body);
      });
      const proxy = openProxy(baseUrl);
      expect((await proxy.create()).status).toBe(201);
      expect((await proxy.read()).status).toBe(200);
      expect(requests.map(({ headers }) => headers["accept-encoding"])).toEqual(
        Array(2).fill("identity"),
      );
    },
  );

  it.each([
    ["br", brotliCompressSync(TASK), "upstream-unreadable"],
    ["zstd", Buffer.from(TASK), "upstream-unreadable"],
    ["gzip", gzipSync(TASK).subarray(0, -12), "upstream-unreadable"],
    ["gzip", gzipSync(Buffer.alloc(8 * 1024 * 1024)), "upstream-too-large"],
  ])(
    "submit: the response to a create has an unsupported, damaged or oversized compressed body → outcome unknown, to be checked by a read (%s, %#)",
    async (encoding, body, code) => {
      const { baseUrl, requests } = await serveCounted((_request, response) => {
        response.writeHead(200, { "Content-Encoding": encoding }).end(body);
      });
      const problem = await problemOf(await openProxy(baseUrl).create());
      expect(problem).toMatchObject({ code, outcome: "unknown", retryable: false });
      expect(requests).toHaveLength(1);
    },
  );

  it("proxy: a Kirin response never ends → aborted after about 4 MiB and reported as a problem", async () => {
    const chunk = Buffer.alloc(64 * 1024, " ");
    const closed = deferred<number>();
    const baseUrl = await serveLoopback((request, response) => {
      request.socket.once("close", () => closed.resolve(request.socket.bytesWritten));
      let left = 64 * 1024 * 1024;
      const more = () => {
        while (left > 0 && response.write(chunk)) left -= chunk.byteLength;
      };
      response.on("drain", more);
      more();
    });
    const problem = await problemOf(await openProxy(baseUrl).read());
    expect(problem.code).toBe("upstream-too-large");
    // The kernel's buffers hold more bytes than were read.
    expect(await closed.promise).toBeLessThan(24 * 1024 * 1024);
  });

  it("proxy: Kirin responds without a body or with an invalid status → a problem, without a crash", async () => {
    for (const status of [204, 304, 205, 999]) {
      const { baseUrl } = await serveCounted((_request, response) =>
        response.writeHead(status).end(),
      );
      expect((await problemOf(await openProxy(baseUrl).read())).status).toBe(502);
    }
  });

  it("submit: a create gets a response that is not HTTP → outcome unknown, without a crash", async () => {
    const mail = await serveSockets((socket) => socket.end("220 smtp.test ESMTP\r\n"));
    const problem = await problemOf(await openProxy(`http://${mail}`).create());
    expect(problem).toMatchObject({ code: "upstream-reset", outcome: "unknown" });
  });
});
