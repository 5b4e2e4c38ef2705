import { Agent } from "undici";
import { describe, expect, it, onTestFinished } from "vitest";
import { serveLoopback } from "#hosts/node/testing/loopback.ts";
import { deferred } from "#proxy/testing/deferred.ts";
import { requestOnce } from "./undici-response.ts";

const GET = {
  method: "GET",
  headers: {},
  redirect: "manual",
  signal: new AbortController().signal,
} as const;

function ask(url: string): Promise<Response> {
  const agent = new Agent();
  onTestFinished(() => agent.destroy());
  return requestOnce(agent, url, GET);
}

describe("a response of the transport", () => {
  it.each([204, 205, 304])("may have the status %i, which has no body", async (status) => {
    const origin = await serveLoopback((_request, response) => response.writeHead(status).end());
    const response = await ask(origin);
    expect([response.status, response.body]).toEqual([status, null]);
  });

  it("keeps a header that occurs more than once", async () => {
    const origin = await serveLoopback((_request, response) => {
      response.writeHead(200, { "X-Part": ["one", "two"], ETag: '"e"' }).end("body");
    });
    const response = await ask(origin);
    expect(response.headers.get("X-Part")).toBe("one, two");
    expect(response.headers.get("ETag")).toBe('"e"');
    expect(await response.text()).toBe("body");
  });

  it("closes the connection of a response that cannot be expressed", async () => {
    const closed = deferred<void>();
    const origin = await serveLoopback((request, response) => {
      request.socket.once("close", () => closed.resolve());
      response.writeHead(999);
      response.write("and more follows");
    });
    await expect(ask(origin)).rejects.toThrow(RangeError);
    await closed.promise;
  });
});
