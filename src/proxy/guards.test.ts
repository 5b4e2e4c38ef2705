import { describe, expect, it } from "vitest";
import { ORIGIN, openProxy, PROMPT, problemOf } from "./testing/open-proxy.ts";

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
      "a page that forges a forwarded host",
      { Origin: "http://evil.test", "X-Forwarded-Host": "evil.test" },
    ],
    ["https on another host", { Origin: "https://evil.test", "Sec-Fetch-Site": "same-origin" }],
  ])(
    "proxy: a foreign page posts a create → refused, and nothing is sent (%s)",
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
  ])("takes %s", async (_name, headers) => {
    const response = await openProxy().post(path, { prompt: PROMPT }, headers);
    expect(response.ok).toBe(true);
  });

  it("takes a client that is no browser, if it names itself the studio", async () => {
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
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
  ])("refuses %s", async (_name, body) => {
    const proxy = openProxy();
    const problem = await problemOf(await proxy.post(path, body));
    expect(problem).toMatchObject({ status: 400, code: "invalid-json", retryable: false });
    expect(proxy.calls).toHaveLength(0);
  });

  it.each([
    ["an unknown one", '{"prompt":"a","seed":7}', "seed"],
    [
      "an unknown one inside",
      '{"prompt":"a","watermark_info":{"enabled":true,"text":"x"}}',
      "watermark_info.text",
    ],
    ["a prototype", '{"prompt":"a","__proto__":{"mode":"pro"}}', "__proto__"],
    ["one given twice", '{"prompt":"a","mode":"std","mode":"std"}', "mode"],
    ["one given twice in other letters", '{"prompt":"a","m\\u006fde":"std","mode":"std"}', "mode"],
    [
      "one given twice inside",
      '{"prompt":"a","watermark_info":{"enabled":true,"enabled":true}}',
      "watermark_info.enabled",
    ],
    ["no prompt", "{}", "prompt"],
    ["a number for a text", '{"prompt":"a","duration":5}', "duration"],
    ["sound without pro", '{"prompt":"a","sound":"on"}', "sound"],
    ["an array", "[]", "body"],
    ["null", "null", "body"],
  ])("names the parameter: %s", async (_name, body, field) => {
    const proxy = openProxy();
    const problem = await problemOf(await proxy.post(path, body));
    expect(problem).toMatchObject({ status: 400, code: "invalid-parameters" });
    expect(problem.issues?.map((issue) => issue.field)).toEqual([field]);
    expect(proxy.calls).toHaveLength(0);
  });

  it("gives the reasons in the words that the form has sentences for", async () => {
    const body = { prompt: "", duration: 5, seed: 7, watermark_info: { enabled: 1 } };
    const problem = await problemOf(await openProxy().post(path, JSON.stringify(body)));
    expect(Object.fromEntries(problem.issues?.map((i) => [i.field, i.message]) ?? [])).toEqual({
      prompt: "prompt-missing",
      duration: "not-an-option",
      seed: "unknown-parameter",
      "watermark_info.enabled": "wrong-type",
    });
  });

  it("refuses a body over 64 KiB without reading all of it, whatever its length claims", async () => {
    const chunk = new Uint8Array(16 * 1024).fill(0x20);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
    // Streams need this word, which TypeScript's DOM types have not heard of.
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

  it("takes a body of exactly 64 KiB", async () => {
    const start = '{"prompt":"a"}';
    const body = start + " ".repeat(64 * 1024 - start.length);
    expect((await openProxy().post(path, body)).ok).toBe(true);
    const problem = await problemOf(await openProxy().post(path, `${body} `));
    expect(problem.code).toBe("body-too-large");
  });

  it("proxy: the browser's JSON is nested beyond reason → refused as invalid, and no crash", async () => {
    const response = await openProxy().post(path, "[".repeat(30_000) + "]".repeat(30_000));
    expect(await problemOf(response)).toMatchObject({ code: "invalid-parameters" });
  });
});

describe("the name the studio is reached by", () => {
  const ask = (host: string, allowedHosts?: readonly string[] | "any") =>
    openProxy(allowedHosts === undefined ? {} : { allowedHosts })
      .fetch(new Request(`http://${host}/api/config`))
      .then((response) => response.status);

  it.each(["localhost", "studio.localhost:4173", "127.0.0.1:80", "[::1]:4173", "192.168.1.7"])(
    "may be %s",
    async (host) => expect(await ask(host)).toBe(200),
  );

  it("may not be a name that somebody else pointed here", async () => {
    expect(await ask("evil.test")).toBe(403);
    expect(await ask("localhost.evil.test")).toBe(403);
  });

  it("may be any name the host allows", async () => {
    expect(await ask("studio.test", ["studio.test"])).toBe(200);
    expect(await ask("evil.test", ["studio.test"])).toBe(403);
    expect(await ask("whatever.test", "any")).toBe(200);
  });
});

describe("addresses", () => {
  it.each(["/api", "/api/", "/api/nothing", "/api/generations/a/b", "/elsewhere"])(
    "%s is not one of them",
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
  ])("%s %s is a 405 that says what would do", async (method, path, allow) => {
    const response = await openProxy().get(path, {}, { method });
    expect(response.headers.get("Allow")).toBe(allow);
    expect(await problemOf(response)).toMatchObject({ status: 405, code: "method-not-allowed" });
  });
});
