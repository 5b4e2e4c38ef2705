import { once } from "node:events";
import { request as ask, type ClientRequest, type IncomingMessage } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { createProxy } from "#proxy/create-proxy.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { createClipFetch } from "./outgoing/clip-fetch.ts";
import { createUpstreamFetch } from "./outgoing/upstream-fetch.ts";
import { requestListener } from "./server/request-listener.ts";
import { serveLoopback } from "./testing/loopback.ts";

/** The first bytes of an MP4. */
const FIRST_BYTES = Buffer.from("\0\0\0\x18ftypisom");

/** The proxy as `npm start` serves it, with a Kirin at `origin`. */
async function serveProxy(origin: string) {
  const api = createUpstreamFetch();
  const clips = createClipFetch({ trustedOrigin: origin });
  onTestFinished(async () => {
    await Promise.all([api.close(), clips.close()]);
  });
  const logged = deferred<{ status: number; route: string }>();
  const lines: string[] = [];
  const proxy = createProxy({
    upstream: { baseUrl: origin, apiKey: () => "sk-secret-key", kind: "live", fetch: api.fetch },
    clipFetch: clips.fetch,
    log: (line) => {
      lines.push(line);
      logged.resolve(JSON.parse(line));
    },
  });
  const url = await serveLoopback(requestListener(proxy));
  return { url, logged: logged.promise, lines };
}

function post(url: string, headers: Record<string, string> = {}): ClientRequest {
  return ask(`${url}/api/generations`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1", ...headers },
  });
}

async function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  const [response] = await once(request, "response");
  return response;
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of response) text += chunk;
  return text;
}

describe("a browser that disconnects", () => {
  it("submit: the tab is closed while its create waits for Kirin → the proxy finishes the create", async () => {
    const arrived = deferred<() => void>();
    const hungUp = deferred<void>();
    const kirin = await serveLoopback((_request, response) => {
      arrived.resolve(() => response.end('{"id":"t","status":"queued"}'));
    });
    const { url, logged } = await serveProxy(kirin);
    const request = post(url);
    request.on("error", () => undefined);
    request.on("close", () => hungUp.resolve());
    request.end('{"prompt":"a"}');
    const answerNow = await arrived.promise;
    request.destroy();
    await hungUp.promise;
    answerNow();
    expect(await logged).toMatchObject({ status: 201, route: "/api/generations" });
  });

  it("submit: the tab is closed while its create is still uploading → nothing is sent to Kirin, even if the received part is valid JSON", async () => {
    let visits = 0;
    const kirin = await serveLoopback((_request, response) => {
      visits += 1;
      response.end('{"id":"t","status":"queued"}');
    });
    const { url, logged } = await serveProxy(kirin);
    const request = post(url);
    request.on("error", () => undefined);
    request.setHeader("Content-Length", 1000);
    request.setHeader("Expect", "100-continue");
    // The server has the headers and waits for the body.
    request.on("continue", () => {
      request.write('{"prompt":"a"}', () => request.destroy());
    });
    request.flushHeaders();
    expect(await logged).toMatchObject({ status: 400, route: "/api/generations" });
    expect(visits).toBe(0);
  });

  it("clip: the browser disconnects during a clip → the proxy closes the upstream connection at once", async () => {
    const closed = deferred<void>();
    const kirin = await serveLoopback((request, response) => {
      if (!request.url?.endsWith(".mp4")) {
        const output = [{ type: "video", url: `${kirin}/a.mp4` }];
        response.end(JSON.stringify({ id: "t", status: "completed", output }));
        return;
      }
      request.socket.once("close", () => closed.resolve());
      response.writeHead(200, { "Content-Type": "video/mp4", "Content-Length": "1000000000" });
      response.write(FIRST_BYTES);
      const more = () => {
        while (response.write(Buffer.alloc(64 * 1024)));
      };
      response.on("drain", more);
      more();
    });
    const { url } = await serveProxy(kirin);
    const request = ask(`${url}/api/generations/t/clips/0`);
    request.on("error", () => undefined);
    request.end();
    const response = await answerOf(request);
    response.on("error", () => undefined);
    await once(response, "readable");
    request.destroy();
    await closed.promise;
  });
});

describe("over the wire", () => {
  it("answers HEAD for a clip with its length", async () => {
    const kirin = await serveLoopback((request, response) => {
      const output = [{ type: "video", url: `${kirin}/a.mp4` }];
      const task = JSON.stringify({ id: "t", status: "completed", output });
      if (request.url?.endsWith(".mp4")) response.setHeader("Content-Type", "video/mp4");
      response.end(request.url?.endsWith(".mp4") ? FIRST_BYTES : task);
    });
    const { url } = await serveProxy(kirin);
    const head = ask(`${url}/api/generations/t/clips/0?download=a.mp4`, { method: "HEAD" }).end();
    const response = await answerOf(head);
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-length"]).toBe(String(FIRST_BYTES.length));
    expect(response.headers["content-disposition"]).toContain('filename="a.mp4"');
    expect(await textOf(response)).toBe("");
    const whole = await answerOf(ask(`${url}/api/generations/t/clips/0`).end());
    expect(await textOf(whole)).toBe(FIRST_BYTES.toString("latin1"));
  });

  it("interrupts a clip at the same byte as clip storage, without logging an error", async () => {
    const begun = deferred<void>();
    const kirin = await serveLoopback((request, response) => {
      const output = [{ type: "video", url: `${kirin}/a.mp4` }];
      const task = JSON.stringify({ id: "t", status: "completed", output });
      if (!request.url?.endsWith(".mp4")) return void response.end(task);
      response.writeHead(200, { "Content-Type": "video/mp4", "Content-Length": "100" });
      response.write(FIRST_BYTES);
      void begun.promise.then(() => response.destroy());
    });
    const { url, logged, lines } = await serveProxy(kirin);
    const response = await answerOf(ask(`${url}/api/generations/t/clips/0`).end());
    begun.resolve();
    expect(response.statusCode).toBe(200);
    await expect(textOf(response)).rejects.toThrow("aborted");
    expect(await logged).toMatchObject({ status: 200 });
    // Another request ends after everything that the broken one could have logged.
    await answerOf(ask(`${url}/api/config`).end()).then(textOf);
    expect(lines.map((line) => JSON.parse(line).status)).toEqual([200, 200]);
  });

  it("proxy: a body over 64 KiB arrives in chunks without a length → refused with 413; nothing is sent to Kirin", async () => {
    let received = 0;
    const kirin = await serveLoopback((_request, response) => {
      received += 1;
      response.end();
    });
    const { url } = await serveProxy(kirin);
    const request = post(url);
    request.on("error", () => undefined);
    for (let count = 0; count < 20; count += 1) request.write(Buffer.alloc(8 * 1024, " "));
    request.end();
    const response = await answerOf(request);
    expect(response.statusCode).toBe(413);
    expect(JSON.parse(await textOf(response))).toMatchObject({ code: "body-too-large" });
    expect(received).toBe(0);
  });

  it("proxy: a foreign host name resolves to the proxy (DNS rebinding) → refused before the body is read", async () => {
    let received = 0;
    const kirin = await serveLoopback((_request, response) => {
      received += 1;
      response.end();
    });
    const { url } = await serveProxy(kirin);
    for (const [host, status] of [
      ["evil.test", 421],
      ["a b", 400],
    ] as const) {
      // Only the headers are sent, so a response cannot depend on the body.
      const request = post(url, { Host: host, "Content-Length": "1000" });
      request.on("error", () => undefined);
      request.flushHeaders();
      const response = await answerOf(request);
      expect(response.statusCode).toBe(status);
      request.destroy();
    }
    expect(received).toBe(0);
  });
});
