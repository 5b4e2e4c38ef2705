import { describe, expect, it } from "vitest";
import { configSchema } from "#contract/config.ts";
import { ORIGIN, openProxy } from "./testing/open-proxy.ts";

const configOf = async (proxy: ReturnType<typeof openProxy>) =>
  configSchema.parse(await (await proxy.get("/api/config")).json());

describe("the options of a proxy", () => {
  it("replace the default limits", async () => {
    const limits = { pollMinMs: 7, readTimeoutMs: 9 };
    expect(await configOf(openProxy({ limits }))).toMatchObject({
      ...limits,
      createTimeoutMs: 30_000,
    });
    expect((await configOf(openProxy())).pollMinMs).toBe(2_000);
  });

  it("treats a key that no header can carry as missing", async () => {
    expect((await configOf(openProxy({ apiKey: "two words" }))).hasKey).toBe(false);
    expect((await configOf(openProxy())).hasKey).toBe(true);
  });

  it("does not redact the simulator's key, which is no secret", async () => {
    const kirin = async () => Response.json({ message: "sk-studio is busy" }, { status: 400 });
    const proxy = openProxy({ kind: "simulator", apiKey: "sk-studio", kirin });
    expect(await (await proxy.get("/api/generations/x")).json()).toMatchObject({
      upstreamMessage: "sk-studio is busy",
    });
  });
});

it("logs when a request started and how long it took", async () => {
  const proxy = openProxy({
    kirin: async () => {
      proxy.clock.suspend(1_250);
      return new Response(null, { status: 404 });
    },
  });
  await proxy.get("/api/generations/x");
  expect(JSON.parse(proxy.lines[0] ?? "")).toMatchObject({
    time: "2026-11-22T12:00:00.000Z",
    ms: 1_250,
  });
});

it("logs the method of a request that could not be parsed", async () => {
  const proxy = openProxy();
  expect((await proxy.refuse("headers-too-large", "TRACE")).status).toBe(431);
  expect(JSON.parse(proxy.lines[0] ?? "")).toMatchObject({
    method: "TRACE",
    route: "*",
    status: 431,
    code: "headers-too-large",
  });
});

it("treats /api and everything under it as the API, and all other paths as files", async () => {
  const proxy = openProxy({ assets: () => new Response("a file") });
  for (const path of ["/apiary", "/api.html", "/library/api"]) {
    expect(await (await proxy.get(path)).text()).toBe("a file");
  }
  for (const path of ["/api", "/api/", "/api/x"]) expect((await proxy.get(path)).status).toBe(404);
  const foreign = { headers: { "Sec-Fetch-Site": "cross-site" } };
  expect((await proxy.fetch(new Request(`${ORIGIN}/api`, foreign))).status).toBe(403);
  expect((await proxy.fetch(new Request(`${ORIGIN}/apiary`, foreign))).status).toBe(200);
});
