/** The guards of the built servers, tested over sockets: each one is active, for every kind of response. */
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { ask, launch } from "./launch.ts";

const KEY = "sk-product-test-0123456789";
const CROSS_SITE = { "Sec-Fetch-Site": "cross-site" };
const CREATE = {
  method: "POST",
  headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1" },
  body: '{"prompt":"A heron"}',
};
/** The first bytes of an MP4. */
const CLIP = "\0\0\0\x18ftypisom";

/** A studio on a live Kirin whose task `done` has a clip. That Kirin repeats the key when it refuses a create. */
async function openLiveStudio() {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    request.resume();
    if (request.url === "/clip.mp4") return void response.end(CLIP, "latin1");
    if (request.method === "GET") {
      const output = [{ type: "video", url: `${origin}/clip.mp4` }];
      return void response.end(JSON.stringify({ id: "done", status: "completed", output }));
    }
    response.writeHead(401);
    response.end(JSON.stringify({ message: `Bad key: ${request.headers.authorization}` }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  // The address of a TCP server is always an AddressInfo.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const studio = await launch("studio", { KIRIN_API_KEY: KEY, KIRIN_BASE_URL: origin });
  return { studio, url: await studio.url, heard };
}

/** The URL of a script that the page references. */
async function scriptOf(url: string): Promise<string> {
  const { text } = await ask(`${url}/`);
  return /src="(\/assets\/[^"]+\.js)"/.exec(text)?.[1] ?? "";
}

describe("the studio's server", () => {
  test("proxy: a foreign host name resolves to the running server (DNS rebinding) → 421 for the API, the static files and the health check; nothing is sent to Kirin", async () => {
    const { url, heard } = await openLiveStudio();
    const paths = ["/", await scriptOf(url), "/api/config", "/api/generations/done", "/healthz"];
    const Host = "evil.test";
    for (const path of paths) {
      expect((await ask(url + path)).status, path).toBe(200);
      const before = heard.length;
      const refused = await ask(url + path, { headers: { Host } });
      expect([refused.status, JSON.parse(refused.text).code], path).toEqual([421, "wrong-host"]);
      expect(heard).toHaveLength(before);
    }
    const before = heard.length;
    const headers = { ...CREATE.headers, Host };
    expect((await ask(`${url}/api/generations`, { ...CREATE, headers })).status).toBe(421);
    expect(heard).toHaveLength(before);
  });

  test("proxy: a page of another site calls the running server → 403, and nothing is sent to Kirin; links to the studio's page still work", async () => {
    const { url, heard } = await openLiveStudio();
    for (const path of ["/api/generations/done", "/api/generations/done/clips/0", "/api/config"]) {
      const refused = await ask(url + path, { headers: CROSS_SITE });
      expect([refused.status, JSON.parse(refused.text).code]).toEqual([403, "forbidden-origin"]);
    }
    for (const path of ["/api/generations", "/api/quotes"]) {
      const foreign = { ...CREATE, headers: { ...CREATE.headers, ...CROSS_SITE } };
      const unmarked = { ...CREATE, headers: { "Content-Type": "application/json" } };
      for (const request of [foreign, unmarked]) {
        expect((await ask(url + path, request)).status).toBe(403);
      }
    }
    expect(heard).toEqual([]);
    expect((await ask(`${url}/`, { headers: CROSS_SITE })).status).toBe(200);
    const own = { headers: { "Sec-Fetch-Site": "same-origin" } };
    expect((await ask(`${url}/api/generations/done`, own)).status).toBe(200);
    expect(heard).toEqual(["GET /model/v1/generation/task/done"]);
  });

  test("proxy: Kirin repeats the key in a refusal → neither the response nor the log contains it", async () => {
    const { studio, url } = await openLiveStudio();
    const refused = await ask(`${url}/api/generations`, CREATE);
    expect([refused.status, JSON.parse(refused.text).upstreamMessage]).toEqual([
      401,
      "Bad key: Bearer [key]",
    ]);
    expect(JSON.stringify(refused.headers)).not.toContain(KEY);
    await studio.waitForOutput(/upstream-unauthorized/);
    expect(studio.output).not.toContain(KEY);
  });

  test("every kind of response forbids framing, sniffing and use by other sites", async () => {
    const { url, heard } = await openLiveStudio();
    const script = await scriptOf(url);
    const { etag = "" } = (await ask(url + script)).headers;
    const clip = "/api/generations/done/clips/0";
    const kinds: readonly [path: string, status: number, request?: Parameters<typeof ask>[1]][] = [
      ["/", 200],
      ["/library", 200, { headers: { Accept: "text/html" } }],
      [script, 200],
      [script, 200, { method: "HEAD" }],
      [script, 304, { headers: { "If-None-Match": String(etag) } }],
      ["/assets/none.js", 404],
      ["/", 405, { method: "POST" }],
      ["/api/config", 200],
      ["/api/generations/done", 200],
      [clip, 200],
      [clip, 200, { method: "HEAD" }],
      ["/api/generations/done/clips/7", 404],
      ["/api/nothing", 404],
      ["/api/config", 405, { method: "DELETE" }],
      ["/api/generations", 401, CREATE],
      ["/api/generations", 400, { ...CREATE, body: "{" }],
      ["/api/config", 403, { headers: CROSS_SITE }],
      ["/", 421, { headers: { Host: "evil.test" } }],
      ["/healthz", 200],
      ["/readyz", 200],
      ["/metrics", 200],
      ["/", 400, { headers: { Host: "a b" } }],
    ];
    for (const [path, status, request] of kinds) {
      const name = `${request?.method ?? "GET"} ${path}: ${status}`;
      const answer = await ask(url + path, request);
      expect(answer.status, name).toBe(status);
      expect(answer.headers, name).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": expect.stringContaining("camera=()"),
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(answer.headers["content-security-policy"], name).not.toContain("unsafe");
      for (const header of ["access-control-allow-origin", "server", "x-powered-by"]) {
        expect(answer.headers, name).not.toHaveProperty(header);
      }
      expect(answer.text + JSON.stringify(answer.headers), name).not.toContain(KEY);
    }
    expect(heard).toContain("GET /clip.mp4");
    // The policy allows no style attributes, so the prerendered page may not need any.
    expect((await ask(`${url}/`)).text).not.toMatch(/<[a-z][^>]*\sstyle\s*=/i);
  });

  test("forbids plain http to browsers once the operator says that it serves https", async () => {
    const studio = await launch("studio", {
      STUDIO_HTTPS: "1",
      STUDIO_ALLOWED_HOSTS: "studio.test",
    });
    const url = await studio.url;
    for (const path of ["/", "/assets/none.js", "/api/config", "/api/nothing"]) {
      const { headers } = await ask(url + path, { headers: { Host: "studio.test" } });
      expect(headers["strict-transport-security"], path).toBe("max-age=31536000");
    }
  });
});

test.skipIf(process.platform !== "linux")("no child process has the API key", async () => {
  const { studio, url } = await openLiveStudio();
  await ask(`${url}/api/generations/done`);
  expect(await childrenOf(studio.child.pid)).toEqual([]);

  const simulator = await launch("simulator", { KIRIN_API_KEY: KEY, SIMULATOR_SPEED: "1000" });
  const created = await ask(`${await simulator.url}/model/v1/generation`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: "Bearer sk-another" },
    body: '{"model":"kirin_v2_6_t2v","input":[{"params":{"prompt":"A heron"}}]}',
  });
  expect(created.status).toBe(200);
  const renderers = () => childrenOf(simulator.child.pid);
  await expect.poll(renderers, { timeout: 60_000 }).not.toEqual([]);
  for (const { environment } of await renderers()) {
    expect(environment).toContain("PATH=");
    expect(environment).not.toContain(KEY);
  }
});

/** The child processes of a process, with their environments. */
async function childrenOf(parent: number | undefined): Promise<{ environment: string }[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = pids.map(async (pid) => {
    // The fields after the name in parentheses: state, parent.
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    if (Number(/.*\) \S+ (\d+)/s.exec(stat)?.[1]) !== parent) return [];
    return [{ environment: await readFile(`/proc/${pid}/environ`, "utf8") }];
  });
  // A process may end while it is read.
  return (await Promise.allSettled(found)).flatMap((read) =>
    read.status === "fulfilled" ? read.value : [],
  );
}
