import { describe, expect, it } from "vitest";
import type { MetricsAccess } from "#proxy/metrics/metrics-route.ts";
import { openWithClip } from "#proxy/testing/clip-storage.ts";
import {
  KEY,
  openProxy,
  PROMPT,
  postRequest,
  problemOf,
  type Script,
  TASK,
} from "#proxy/testing/open-proxy.ts";

const OPEN: MetricsAccess = { isOpen: true, token: null, hostSeries: [] };
const TOKEN = "scraper-token-0123";

const open = (script: Script = {}) => openProxy({ metrics: OPEN, ...script });
const scrape = async (proxy: ReturnType<typeof openProxy>) =>
  (await (await proxy.get("/metrics")).text()).split("\n");

describe("GET /metrics", () => {
  it("counts requests by route, method and status", async () => {
    const proxy = open({ assets: () => new Response("a file") });
    await proxy.get("/api/generations/a");
    await proxy.get("/api/generations/b");
    await proxy.get("/api/nothing/at/all");
    await proxy.get("/assets/index.js");
    await proxy.fetch(new Request("http://localhost:4173/x", { method: "PROPFIND" }));
    await proxy.refuse("malformed-request", "GARBAGE");
    const lines = await scrape(proxy);
    expect(lines).toContain(
      'kirin_studio_requests_total{method="GET",route="/api/generations/:id",status="200"} 2',
    );
    expect(lines).toContain('kirin_studio_requests_total{method="GET",route="*",status="404"} 1');
    expect(lines).toContain(
      'kirin_studio_requests_total{method="GET",route="static",status="200"} 1',
    );
    expect(lines).toContain('kirin_studio_requests_total{method="other",route="*",status="400"} 1');
    expect(lines).toContain('kirin_studio_problems_total{code="not-found"} 1');
  });

  it.each([
    ["created", async () => Response.json(TASK)],
    ["refused", async () => Response.json({ code: 1301 }, { status: 400 })],
    ["unknown", async () => new Response("<html>")],
  ])("counts creates by outcome: %s", async (outcome, kirin) => {
    const proxy = open({ kirin });
    await proxy.post("/api/generations", { prompt: PROMPT });
    expect(await scrape(proxy)).toContain(`kirin_studio_creates_total{outcome="${outcome}"} 1`);
  });

  it("counts creates that were not sent, and those that wait for Kirin", async () => {
    const proxy = open({ kirin: () => new Promise(() => undefined) });
    await proxy.post("/api/generations", "{");
    void proxy.post("/api/generations", { prompt: PROMPT });
    await proxy.asked;
    const lines = await scrape(proxy);
    expect(lines).toContain('kirin_studio_creates_total{outcome="not-sent"} 1');
    expect(lines).toContain("kirin_studio_creates_in_flight 1");
  });

  it("measures every call to Kirin, repeated ones too", async () => {
    const proxy = openWithClip({ metrics: OPEN });
    await proxy.get("/api/generations/task-1/clips/0");
    await proxy.post("/api/quotes", { prompt: PROMPT });
    const failing = open({ kirin: async () => new Response(null, { status: 503 }) });
    await failing.get("/api/generations/a");
    const lines = await scrape(proxy);
    expect(lines).toContain('kirin_studio_upstream_calls_total{call="read",result="2xx"} 1');
    expect(lines).toContain('kirin_studio_upstream_calls_total{call="clip",result="2xx"} 1');
    expect(lines).toContain('kirin_studio_upstream_calls_total{call="quote",result="2xx"} 1');
    expect(await scrape(failing)).toContain(
      'kirin_studio_upstream_calls_total{call="read",result="5xx"} 2',
    );
  });

  it("proxy: a scanner asks for thousands of paths, ids and methods → the metrics do not grow", async () => {
    const proxy = open();
    const ask = async (index: number) => {
      await proxy.get(`/api/generations/task-${index}`);
      await proxy.get(`/api/none-${index}`);
      await proxy.refuse("malformed-request", `METHOD${index}`);
      return (await scrape(proxy)).length;
    };
    await ask(0);
    const before = await ask(1);
    let after = 0;
    for (let index = 2; index < 40; index += 1) after = await ask(index);
    expect(after).toBe(before);
    const text = (await scrape(proxy)).join("\n");
    for (const secret of ["task-", "none-", "METHOD", KEY]) expect(text).not.toContain(secret);
  });

  it("is plain text that nobody stores", async () => {
    const { headers } = await open().get("/metrics");
    expect(headers.get("Content-Type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("access to the metrics", () => {
  const guarded = () => openProxy({ metrics: { ...OPEN, isOpen: false, token: TOKEN } });

  it.each([{}, { Authorization: TOKEN }, { Authorization: `Bearer ${TOKEN}x` }])(
    "proxy: a client without the token asks for the metrics → 404, as if there were none (%j)",
    async (headers) => {
      expect(await problemOf(await guarded().get("/metrics", headers))).toMatchObject({
        status: 404,
        code: "not-found",
      });
    },
  );

  it("is given to the scraper with the token", async () => {
    const response = await guarded().get("/metrics", { Authorization: `Bearer ${TOKEN}` });
    expect(await response.text()).toContain("kirin_studio_creates_in_flight 0");
  });

  it("is given to nobody without a token, unless the server is for this machine only", async () => {
    const metrics = { ...OPEN, isOpen: false };
    const headers = { Authorization: "Bearer null" };
    expect((await openProxy({ metrics }).get("/metrics", headers)).status).toBe(404);
    expect((await openProxy().get("/metrics")).status).toBe(404);
  });

  it("is refused to pages of other sites", async () => {
    const response = await open().get("/metrics", { "Sec-Fetch-Site": "cross-site" });
    expect((await problemOf(response)).code).toBe("forbidden-origin");
  });
});

describe("GET /readyz", () => {
  it("says that creates can be sent", async () => {
    const response = await openProxy().get("/readyz");
    expect([response.status, await response.json()]).toEqual([200, { status: "ready" }]);
  });

  it.each([null, "two words"])("fails without a usable key: %s", async (apiKey) => {
    const proxy = openProxy({ apiKey });
    expect(await problemOf(await proxy.get("/readyz"))).toMatchObject({ code: "missing-key" });
    expect((await proxy.get("/healthz")).status).toBe(200);
  });

  it("fails while the server stops, although a create is still in flight", async () => {
    const proxy = openProxy({ kirin: () => new Promise(() => undefined) });
    void proxy.fetch(postRequest("/api/generations", { prompt: PROMPT }));
    await proxy.asked;
    proxy.stop();
    expect(await problemOf(await proxy.get("/readyz"))).toMatchObject({ code: "server-stopping" });
  });
});
