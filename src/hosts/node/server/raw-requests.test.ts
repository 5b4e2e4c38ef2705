/** Odd and hostile requests, byte by byte: each answer is guarded and logged. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ON_LOOPBACK } from "#hosts/node/testing/plain-app.ts";
import { exchange, statusesIn } from "#hosts/node/testing/raw-socket.ts";
import { createProxy } from "#proxy/create-proxy.ts";
import { type Listening, listen } from "./listen.ts";

let server: Listening;
let host = "";
const lines: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  const proxy = createProxy({
    upstream: {
      kind: "live",
      baseUrl: "https://kirin.test",
      apiKey: () => "sk-secret-key",
      fetch: async (url) => {
        asked.push(url);
        return Response.json({ id: "t", status: "queued" });
      },
    },
    clipFetch: async () => new Response(null, { status: 404 }),
    assets: () => new Response("a file"),
    log: (line) => lines.push(line),
  });
  server = await listen(proxy, ON_LOOPBACK);
  host = new URL(server.url).host;
});

afterAll(() => server.close());

/** Sends one request of these lines; the server then closes the connection. */
async function send(...request: string[]) {
  lines.length = 0;
  asked.length = 0;
  const answer = await exchange(server.url, `${request.join("\r\n")}\r\nConnection: close\r\n\r\n`);
  return { answer, status: statusesIn(answer)[0] };
}

describe("a Host header", () => {
  it.each([
    ["xn--localhost", 400],
    ["999999999999", 400],
    ["1.2.3.256", 400],
    ["", 400],
    [" ", 400],
    ["a b", 400],
    ["localhost:99999", 400],
    ["localhost:80:80", 400],
    ["localhost:", 400],
    ["user@localhost", 400],
    ["localhost/x", 400],
    ["[::1", 400],
    ["\xff\xfe", 421],
    ["a".repeat(4096), 421],
    ["evil.test", 421],
    ["localhost.evil.test", 421],
    ["192.168.1.7", 421],
  ])(
    "proxy: a Host header is foreign or not a host → a logged 4xx with the standard headers (%j is %i)",
    async (name, expected) => {
      for (const path of ["/", "/healthz", "/api/generations/t", "/nothing.js"]) {
        const { answer, status } = await send(`GET ${path} HTTP/1.1`, `Host: ${name}`);
        expect(status).toBe(expected);
        expect(answer.toLowerCase()).toContain("x-frame-options: deny");
        expect(answer).toContain("application/problem+json");
        expect(lines.map((line) => JSON.parse(line).status)).toEqual([expected]);
      }
      expect(asked).toEqual([]);
    },
  );

  it.each([
    "LOCALHOST",
    "localhost.",
    "a.localhost:4173",
    "127.1",
    "[::1]:80",
    "[::ffff:127.0.0.1]",
  ])("may be %s", async (name) => {
    const { status } = await send("GET /healthz HTTP/1.1", `Host: ${name}`);
    expect(status).toBe(200);
  });

  it("is not a value of another header that happens to be its name", async () => {
    const { status } = await send(
      "GET /healthz HTTP/1.1",
      "X-Kind: host",
      "Accept: */*",
      `Host: ${host}`,
    );
    expect(status).toBe(200);
  });

  it("may occur only once", async () => {
    const twice = await send("GET / HTTP/1.1", `Host: ${host}`, `Host: ${host}`);
    expect(twice.status).toBe(400);
    for (const head of ["GET / HTTP/1.1\r\nAccept: */*", "GET / HTTP/1.0"]) {
      const { answer, status } = await send(head);
      expect(status).toBe(400);
      expect(answer.toLowerCase()).toContain("x-content-type-options: nosniff");
      expect(lines).toHaveLength(1);
    }
  });
});

describe("a request target", () => {
  it.each([
    ["http://evil.test/", 421],
    ["http://evil.test/api/config", 421],
    ["http://[::1", 400],
    ["*", 400],
    ["evil.test:80", 400],
    ["/api\\config", 400],
    ["ftp://localhost/", 400],
  ])("%s gets %i", async (target, expected) => {
    const { status } = await send(`GET ${target} HTTP/1.1`, `Host: ${host}`);
    expect(status).toBe(expected);
    expect(lines).toHaveLength(1);
  });

  it("may name our own host in absolute form, as RFC 9112 requires", async () => {
    const { status } = await send(`GET http://${host}/healthz HTTP/1.1`, `Host: ${host}`);
    expect(status).toBe(200);
  });

  it.each([
    "/%00",
    "/%ff",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//evil.test//",
    "/a?\\",
    `/${"a".repeat(8000)}`,
  ])("%s is treated as an ordinary path", async (path) => {
    const { status } = await send(`GET ${path} HTTP/1.1`, `Host: ${host}`);
    expect(status).toBe(200);
  });
});

describe("invalid requests", () => {
  it.each([
    ["GET / HTTP/1.1\r\nHost: a b\r\nBroken\r\n\r\n", 400],
    ["\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400],
    [`GET / HTTP/1.1\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    ["POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400],
    ["POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400],
    ["POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na", 400],
    ["POST / HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\na", 400],
    ["POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400],
    ["POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\na", 400],
    ["POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n", 400],
    ["POST / HTTP/1.1\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400],
    ["POST / HTTP/1.1\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400],
    ["GET / HTTP/1.1\r\nX: a\r\n folded\r\n\r\n", 400],
    ["GET / HTTP/1.1\r\nX: a\rY: b\r\n\r\n", 400],
    ["GET / HTTP/1.1\nHost: localhost\n\n", 400],
    ["CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n", 421],
  ])(
    "proxy: a client sends invalid HTTP → a logged 4xx with the standard headers (%j)",
    async (bytes, expected) => {
      lines.length = 0;
      const answer = await exchange(server.url, bytes);
      expect(statusesIn(answer)).toEqual([expected]);
      expect(answer.toLowerCase()).toContain("x-content-type-options: nosniff");
      expect(lines.map((line) => JSON.parse(line).status)).toEqual([expected]);
    },
  );

  it.each([
    "POST / HTTP/1.1\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz",
    "POST /api/generations HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz",
  ])("proxy: the body of a request is damaged → one answer, a logged 400 (%j)", async (bytes) => {
    lines.length = 0;
    asked.length = 0;
    const answer = await exchange(server.url, bytes);
    expect(statusesIn(answer)).toEqual([400]);
    expect(answer.toLowerCase()).toContain("x-content-type-options: nosniff");
    expect(lines.map((line) => JSON.parse(line).status)).toContain(400);
    expect(asked).toEqual([]);
  });

  it("ignores an unknown Expect header", async () => {
    const { status } = await send(
      "GET /healthz HTTP/1.1",
      `Host: ${host}`,
      "Expect: the-unexpected",
    );
    expect(status).toBe(200);
  });
});
