/** How the built servers start, run and stop. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { FakeKirin } from "../fake-kirin/fake-kirin.ts";
import { FakeKirinServer } from "../fake-kirin/http-server.ts";
import { ask, create, launch } from "./launch.ts";

/** A Kirin that accepts creates and answers them on demand. */
async function silentKirin() {
  const clock = new VirtualClock();
  const answerMs = 10_000;
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const kirin = new FakeKirin({
    clock,
    nextFault: () => ({ kind: "slow", ms: answerMs }),
    onCreate: () => arrive(),
  });
  const server = await FakeKirinServer.start();
  onTestFinished(() => server.stop());
  server.serve("kirin", kirin);
  const env = { KIRIN_BASE_URL: server.baseUrl("kirin"), KIRIN_API_KEY: "sk-product-test" };
  return { env, arrived, answerNow: () => clock.advance(answerMs) };
}

describe("closed output", () => {
  test("proxy: the server's standard output is closed → the server and its creates continue", async () => {
    const kirin = await silentKirin();
    const server = await launch("studio", kirin.env);
    const url = await server.url;
    const creating = create(url, "A heron");
    await kirin.arrived;
    server.child.stdout?.destroy();
    server.child.stderr?.destroy();
    for (let count = 0; count < 3; count += 1) {
      expect((await fetch(`${url}/api/config`)).status).toBe(200);
    }
    await kirin.answerNow();
    expect((await creating).status).toBe(201);
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
  });

  test("proxy: the simulator's standard output is closed → the simulator continues", async () => {
    const dir = await mkdtemp(join(tmpdir(), "kirin-product-"));
    const simulator = await launch("simulator", { SIMULATOR_DIR: dir });
    const url = await simulator.url;
    simulator.child.stdout?.destroy();
    simulator.child.stderr?.destroy();
    // Without its folder every create fails, which it logs.
    await rm(dir, { recursive: true });
    const params = { prompt: "A heron" };
    for (let count = 0; count < 3; count += 1) {
      const created = await fetch(`${url}/model/v1/generation`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: "Bearer sk-product-test" },
        body: JSON.stringify({ model: "kirin_v2_6_t2v", input: [{ params }] }),
      });
      expect(created.status).toBe(500);
    }
    simulator.child.kill("SIGTERM");
    expect(await simulator.ended).toBe(0);
  });
});

describe("shutdown", () => {
  test("submit: the server gets SIGTERM while a create waits for Kirin → new work is refused, the create is answered, the exit code is 0", async () => {
    const kirin = await silentKirin();
    const server = await launch("studio", kirin.env);
    const url = await server.url;
    const creating = create(url, "A heron");
    await kirin.arrived;
    server.child.kill("SIGTERM");
    await server.waitForOutput(/Waiting for Kirin to answer/);
    const refused = await create(url, "A second heron");
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(refused.headers.get("Connection")).toBe("close");
    expect(await refused.json()).toMatchObject({ code: "server-stopping", outcome: "not-sent" });
    await kirin.answerNow();
    expect((await creating).status).toBe(201);
    expect(await server.ended).toBe(0);
    expect(server.output).toMatch(/"status":503,"code":"server-stopping","outcome":"not-sent"/);
  });

  test("exits at once at a second signal", async () => {
    const kirin = await silentKirin();
    const server = await launch("studio", kirin.env);
    const creating = create(await server.url, "A heron").catch(() => null);
    await kirin.arrived;
    server.child.kill("SIGTERM");
    await server.waitForOutput(/second signal stops/);
    // Signals within half a second count as one, so several are sent.
    const again = setInterval(() => server.child.kill("SIGTERM"), 100);
    onTestFinished(() => clearInterval(again));
    expect(await server.ended).toBe(1);
    expect(await creating).toBeNull();
  });
});

describe("the address it listens on", () => {
  test.each(["LOCALHOST", "127.0.0.2", "::ffff:127.0.0.1", "127.1"])(
    "proxy: HOST spells loopback in an unusual way → a page under a foreign name is refused all the same (%s)",
    async (HOST) => {
      const server = await launch("studio", { HOST });
      const url = await server.url;
      expect((await fetch(`${url}/api/config`)).status).toBe(200);
      expect(await statusUnder(url, "evil.test")).toBe(421);
    },
  );

  test("proxy: HOST is reachable from other machines and nothing else is set → both servers refuse to start with one sentence", async () => {
    for (const entry of ["studio", "simulator"] as const) {
      const server = await launch(entry, { HOST: "0.0.0.0" });
      expect(await server.ended).toBe(1);
      expect(server.output).toMatch(/^HOST=0\.0\.0\.0 is reachable from other machines.*\.\n$/);
    }
  });

  test("answers under the operator's host names behind an authenticating proxy", async () => {
    const env = { HOST: "0.0.0.0", STUDIO_ALLOWED_HOSTS: "studio.test", STUDIO_BEHIND_AUTH: "1" };
    const server = await launch("studio", env);
    const url = await server.url;
    for (const [host, status] of [
      ["studio.test", 200],
      ["Studio.Test.:8443", 200],
      ["evil.test", 421],
    ] as const) {
      expect(await statusUnder(url, host)).toBe(status);
    }
  });

  test("proxy: a foreign host name resolves to the simulator → it is refused, while localhost and 127.0.0.1 are served", async () => {
    const simulator = await launch("simulator");
    const { port } = new URL(await simulator.url);
    const url = `http://127.0.0.1:${port}`;
    expect(await statusUnder(url, "evil.test", "/healthz")).toBe(421);
    expect(await statusUnder(url, `localhost:${port}`, "/healthz")).toBe(200);
    expect(await statusUnder(url, `127.0.0.1:${port}`, "/healthz")).toBe(200);
  });
});

test("proxy: the server can't start → one sentence without a stack trace, and exit code 1", async () => {
  const taken = await launch("studio");
  const { port } = new URL(await taken.url);
  for (const [env, sentence] of [
    [{ PORT: port }, /^Port \d+ is already in use\..*\n$/],
    [{ SIMULATOR_DIR: "/proc/nowhere" }, /^The simulator cannot create .*\.\n$/],
    [{ HOST: "no such host" }, /^HOST must be .*\.\n$/],
    [
      { KIRIN_BASE_URL: "http://kirin.example", KIRIN_API_KEY: "sk-secret-1" },
      /^KIRIN_BASE_URL must be an https URL(?!.*sk-secret).*\.\n$/,
    ],
    [
      { KIRIN_BASE_URL: "https://u:sk-secret-1@x.example" },
      /^KIRIN_BASE_URL must (?!.*sk-secret).*\.\n$/,
    ],
    [{ KIRIN_API_KEY: "sk secret 1" }, /^KIRIN_API_KEY must (?!.*sk secret).*\.\n$/],
  ] as const) {
    const server = await launch("studio", env);
    expect(await server.ended).toBe(1);
    expect(server.output).toMatch(sentence);
  }
});

/** The status of a request with a different Host header. */
async function statusUnder(url: string, host: string, path = "/api/config"): Promise<number> {
  return (await ask(url + path, { headers: { Host: host } })).status;
}
