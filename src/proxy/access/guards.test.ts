import { describe, expect, it } from "vitest";
import { ORIGIN, openProxy, PROMPT, problemOf } from "#proxy/testing/open-proxy.ts";

const PATHS = ["/api/generations", "/api/quotes"];

describe.each(PATHS)("POST %s", (path) => {
  it.each([
    ["another site", { Origin: "https://evil.test" }],
    ["another port", { Origin: "http://localhost:4174" }],
    ["an opaque origin", { Origin: "null" }],
    ["a cross-site fetch", { "Sec-Fetch-Site": "cross-site" }],
    ["a same-site fetch", { "Sec-Fetch-Site": "same-site" }],
    ["a request without the studio's header", { "X-Kirin-Studio": "" }],
    [
      "a page that forges X-Forwarded-Host",
      { Origin: "http://evil.test", "X-Forwarded-Host": "evil.test" },
    ],
    ["https on another host", { Origin: "https://evil.test", "Sec-Fetch-Site": "same-origin" }],
  ])(
    "proxy: a page of another origin posts a create → refused, and nothing is sent (%s)",
    async (_name, headers) => {
      const proxy = openProxy();
      const problem = await problemOf(await proxy.post(path, { prompt: PROMPT }, headers));
      expect(problem).toMatchObject({ status: 403, code: "forbidden-origin", retryable: false });
      expect(problem.outcome).toBe(path === "/api/generations" ? "not-sent" : undefined);
      expect(proxy.calls).toHaveLength(0);
    },
  );

  it.each([
    ["the studio's page", {}],
    ["the studio behind TLS", { Origin: "https://localhost:4173" }],
    ["JSON with a charset", { "Content-Type": "Application/JSON; charset=UTF-8" }],
  ])("accepts %s", async (_name, headers) => {
    const response = await openProxy().post(path, { prompt: PROMPT }, headers);
    expect(response.ok).toBe(true);
  });

  it("accepts a client that is not a browser if it sends the studio header", async () => {
    const response = await openProxy().fetch(
      new Request(ORIGIN + path, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1" },
        body: JSON.stringify({ prompt: PROMPT }),
      }),
    );
    expect(response.ok).toBe(true);
  });

  it.each([
    "text/plain",
    "",
    "application/jsonp",
    "multipart/form-data",
    "application/json; charset=latin1",
  ])("refuses the content type %j", async (type) => {
    const proxy = openProxy();
    const response = await proxy.post(path, { prompt: PROMPT }, { "Content-Type": type });
    expect(await problemOf(response)).toMatchObject({ status: 415, code: "invalid-content-type" });
    expect(proxy.calls).toHaveLength(0);
  });

  it.each([
    ["nothing", ""],
    ["half a value", '{"prompt":'],
    ["two values", '{"prompt":"a"}{"prompt":"b"}'],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
  ])("refuses a body that is not one JSON value: %s", async (_name, body) => {
    const proxy = openProxy();
    const problem = await problemOf(await proxy.post(path, body));
    expect(problem).toMatchObject({ status: 400, code: "invalid-json", retryable: false });
    expect(proxy.calls).toHaveLength(0);
  });

  it.each([
    ["an unknown one", '{"prompt":"a","seed":7}', "seed"],
    [
      "an unknown nested one",
      '{"prompt":"a","watermark_info":{"enabled":true,"text":"x"}}',
      "watermark_info.text",
    ],
    ["a prototype", '{"prompt":"a","__proto__":{"mode":"pro"}}', "__proto__"],
    ["one given twice", '{"prompt":"a","mode":"std","mode":"std"}', "mode"],
    [
      "one given twice, once with an escape",
      '{"prompt":"a","m\\u006fde":"std","mode":"std"}',
      "mode",
    ],
    [
      "a nested one given twice",
      '{"prompt":"a","watermark_info":{"enabled":true,"enabled":true}}',
      "watermark_info.enabled",
    ],
    ["no prompt", "{}", "prompt"],
    ["a number for a text", '{"prompt":"a","duration":5}', "duration"],
    ["sound without pro", '{"prompt":"a","sound":"on"}', "sound"],
    ["an array", "[]", "body"],
    ["null", "null", "body"],
  ])("names the invalid parameter: %s", async (_name, body, field) => {
    const proxy = openProxy();
    const problem = await problemOf(await proxy.post(path, body));
    expect(problem).toMatchObject({ status: 400, code: "invalid-parameters" });
    expect(problem.issues?.map((issue) => issue.field)).toEqual([field]);
    expect(proxy.calls).toHaveLength(0);
  });

  it("reports the reason codes that the form has messages for", async () => {
    const body = { prompt: "", duration: 5, seed: 7, watermark_info: { enabled: 1 } };
    const problem = await problemOf(await openProxy().post(path, JSON.stringify(body)));
    expect(Object.fromEntries(problem.issues?.map((i) => [i.field, i.message]) ?? [])).toEqual({
      prompt: "prompt-missing",
      duration: "not-an-option",
      seed: "unknown-parameter",
      "watermark_info.enabled": "wrong-type",
    });
  });

  it("refuses a body over 64 KiB without reading all of it, whatever its Content-Length", async () => {
    const chunk = new Uint8Array(16 * 1024).fill(0x20);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
    // `fetch` requires `duplex` for streams, and the DOM types lack it.
    const streaming = { body, duplex: "half" };
    const request = new Request(ORIGIN + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1" },
      ...streaming,
    });
    const problem = await problemOf(await openProxy().fetch(request));
    expect(problem).toMatchObject({ status: 413, code: "body-too-large" });
    expect(sent).toBeLessThanOrEqual(128 * 1024);
  });

  it("accepts a body of exactly 64 KiB", async () => {
    const start = '{"prompt":"a"}';
    const body = start + " ".repeat(64 * 1024 - start.length);
    expect((await openProxy().post(path, body)).ok).toBe(true);
    const problem = await problemOf(await openProxy().post(path, `${body} `));
    expect(problem.code).toBe("body-too-large");
  });

  it("proxy: a browser sends deeply nested JSON → refused as invalid, without a crash", async () => {
    const response = await openProxy().post(path, "[".repeat(30_000) + "]".repeat(30_000));
    expect(await problemOf(response)).toMatchObject({ code: "invalid-parameters" });
  });
});

describe("the request's host name", () => {
  const ask = (host: string, allowedHosts: readonly string[] = [], path = "/api/config") =>
    openProxy({ allowedHosts })
      .fetch(new Request(`http://${host}${path}`))
      .then((response) => response.status);

  it.each([
    "localhost",
    "LOCALHOST.:80",
    "studio.localhost:4173",
    "127.0.0.1:80",
    "127.8.9.10",
    "[::1]:4173",
    "[::ffff:127.0.0.1]",
  ])("is allowed: %s", async (host) => expect(await ask(host)).toBe(200));

  it.each(["/", "/index.html", "/healthz", "/api", "/api/config", "/api/generations/t"])(
    "proxy: a foreign host name resolves to the studio (DNS rebinding) → 421 for every path, static files included (%s)",
    async (path) => {
      const proxy = openProxy({ assets: () => new Response("a file") });
      for (const host of [
        "evil.test",
        "localhost.evil.test",
        "192.168.1.7",
        "evil.localhost.test",
      ]) {
        const response = await proxy.fetch(new Request(`http://${host}${path}`));
        expect(await problemOf(response)).toMatchObject({ status: 421, code: "wrong-host" });
      }
      expect(proxy.calls).toHaveLength(0);
    },
  );

  it("may be an allowed one in any spelling and on any port", async () => {
    const allowed = ["studio.test", "192.168.1.7", "2001:db8::1"];
    for (const host of ["studio.test", "STUDIO.test.:8443", "192.168.1.7", "[2001:DB8:0::1]:9"]) {
      expect(await ask(host, allowed)).toBe(200);
    }
    expect(await ask("evil.test", allowed)).toBe(421);
    expect(await ask("a.studio.test", allowed)).toBe(421);
    expect(await ask("localhost", allowed)).toBe(200);
  });

  it("is never taken from a forwarded header", async () => {
    const proxy = openProxy();
    const headers = { "X-Forwarded-Host": "localhost", Forwarded: "host=localhost" };
    const response = await proxy.fetch(new Request("http://evil.test/api/config", { headers }));
    expect(response.status).toBe(421);
  });
});

it("proxy: serving a static file throws → a logged problem without the error's message", async () => {
  const assets = () => {
    throw new Error("secret words");
  };
  const proxy = openProxy({ assets });
  const response = await proxy.get("/index.html");
  const problem = await problemOf(response);
  expect(problem).toMatchObject({ status: 500, code: "internal-error" });
  expect(JSON.stringify([problem, proxy.lines])).not.toContain("secret words");
  expect(proxy.lines).toHaveLength(1);
});

describe("a read by a page of another site", () => {
  const PATHS = ["/api/generations/t", "/api/generations/t/clips/0", "/api/config", "/api/nothing"];
  it.each([
    ["cross-site", { "Sec-Fetch-Site": "cross-site" }],
    ["same-site", { "Sec-Fetch-Site": "same-site" }],
    ["a link that was followed", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" }],
    ["an unknown relation", { "Sec-Fetch-Site": "new-word" }],
    ["an older browser", { Origin: "https://evil.test" }],
    ["an opaque origin", { Origin: "null" }],
  ])(
    "proxy: a page of another site reads a task or a clip → refused without calling Kirin (%s)",
    async (_name, headers) => {
      const proxy = openProxy();
      for (const path of PATHS) {
        const response = await proxy.get(path, headers);
        expect(await problemOf(response)).toMatchObject({ status: 403, code: "forbidden-origin" });
      }
      expect([proxy.calls.length, proxy.clipCalls.length]).toEqual([0, 0]);
    },
  );

  it.each(["same-origin", "none"])("is allowed when Sec-Fetch-Site is %s", async (site) => {
    const headers = { "Sec-Fetch-Site": site, "Sec-Fetch-Dest": "video" };
    expect((await openProxy().get("/api/generations/t", headers)).status).toBe(200);
  });

  it("may open the studio through a link", async () => {
    const proxy = openProxy({ assets: () => new Response("the studio") });
    const headers = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" };
    expect(await (await proxy.get("/library", headers)).text()).toBe("the studio");
    expect((await proxy.get("/healthz", headers)).status).toBe(200);
  });
});

describe("a response", () => {
  it.each([
    ["a task", "/api/generations/t", {}],
    ["a problem of Kirin's", "/api/generations/..%2f", {}],
    ["a foreign read", "/api/generations/t", { "Sec-Fetch-Site": "cross-site" }],
    ["a 404", "/api/nothing", {}],
    ["the health check", "/healthz", {}],
  ])("cannot be framed, sniffed or embedded by other sites: %s", async (_name, path, headers) => {
    const answer = await openProxy().get(path, headers);
    expect(answer.headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("X-Frame-Options")).toBe("DENY");
    expect(answer.headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

describe("routing", () => {
  it.each(["/api", "/api/", "/api/nothing", "/api/generations/a/b", "/elsewhere"])(
    "%s is not found",
    async (path) => {
      const problem = await problemOf(await openProxy().get(path));
      expect(problem).toMatchObject({ status: 404, code: "not-found" });
      expect(problem.outcome).toBeUndefined();
    },
  );

  it.each([
    ["GET", "/api/generations", "POST"],
    ["PUT", "/api/generations", "POST"],
    ["DELETE", "/api/generations/x", "GET, HEAD"],
    ["POST", "/api/generations/x/clips/0", "GET, HEAD"],
    ["POST", "/api/config", "GET, HEAD"],
  ])("%s %s is a 405 that names the allowed methods", async (method, path, allow) => {
    const response = await openProxy().get(path, {}, { method });
    expect(response.headers.get("Allow")).toBe(allow);
    expect(await problemOf(response)).toMatchObject({ status: 405, code: "method-not-allowed" });
  });
});
