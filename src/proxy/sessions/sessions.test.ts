/** Signing in and out of a team's studio, and attacks on its cookies. */
import { describe, expect, it } from "vitest";
import { configSchema } from "#contract/config.ts";
import { ORIGIN, openProxy, PROMPT, problemOf } from "#proxy/testing/open-proxy.ts";
import {
  openBrowser,
  openMember,
  openTeamStudio,
  PASSWORD,
  TEAM,
} from "#proxy/testing/team-browser.ts";

const HOUR_MS = 60 * 60_000;
const SESSION = "__Host-kirin-session";
const MEMBER = "__Host-kirin-member";
const TASK = "/api/generations/mine";

const statusOf = async (browser: ReturnType<typeof openBrowser>) =>
  (await browser.get(TASK)).status;

describe("a browser that is not signed in", () => {
  it.each([
    ["GET", TASK],
    ["GET", `${TASK}/clips/0`],
    ["POST", "/api/generations"],
    ["POST", "/api/quotes"],
  ])(
    "proxy: a browser without a session asks for anything of the team's → 401, and Kirin hears nothing (%s %s)",
    async (method, path) => {
      const proxy = openTeamStudio();
      const browser = openBrowser(proxy);
      const response = await (method === "GET"
        ? browser.get(path)
        : browser.post(path, { prompt: PROMPT }));
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ status: 401, code: "signed-out", retryable: true });
      if (path === "/api/generations") expect(problem.outcome).toBe("not-sent");
      expect([proxy.calls.length, proxy.clipCalls.length]).toEqual([0, 0]);
    },
  );

  it("gets the page, the health check, and a configuration that says so", async () => {
    const browser = openBrowser(openTeamStudio({ assets: () => new Response("the studio") }));
    expect(await (await browser.get("/")).text()).toBe("the studio");
    expect((await browser.get("/healthz")).status).toBe(200);
    const config = configSchema.parse(await (await browser.get("/api/config")).json());
    expect(config.isSignedIn).toBe(false);
  });
});

describe("signing in", () => {
  it("starts a session with cookies that no script reads and no other site sends", async () => {
    const proxy = openTeamStudio();
    const browser = openBrowser(proxy);
    const response = await browser.signIn();
    expect(response.status).toBe(200);
    const cookies = response.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual([SESSION, MEMBER]);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Strict$/);
      expect(cookie.length).toBeLessThan(4096);
    }
    expect(await statusOf(browser)).toBe(200);
    const config = configSchema.parse(await (await browser.get("/api/config")).json());
    expect(config.isSignedIn).toBe(true);
    expect(proxy.lines.join()).not.toContain(PASSWORD);
  });

  it.each([
    ["a wrong password", { password: "wrong" }, 401, "wrong-password"],
    ["no password", { password: "" }, 400, "invalid-parameters"],
    ["a number", { password: 1 }, 400, "invalid-parameters"],
    ["an endless password", { password: "x".repeat(2000) }, 400, "invalid-parameters"],
    ["no JSON", "{", 400, "invalid-parameters"],
    ["too much", " ".repeat(70_000), 413, "body-too-large"],
  ])("is refused with %s", async (_name, body, status, code) => {
    const browser = openBrowser(openTeamStudio());
    const response = await browser.post("/api/sign-in", body);
    expect(await problemOf(response)).toMatchObject({ status, code });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("is refused to pages of other sites", async () => {
    const proxy = openTeamStudio();
    for (const headers of [{ "X-Kirin-Studio": "" }, { Origin: "https://evil.test" }]) {
      const response = await proxy.post("/api/sign-in", { password: PASSWORD }, headers);
      expect((await problemOf(response)).code).toBe("forbidden-origin");
    }
  });

  it("does not exist in a studio without a password", async () => {
    const proxy = openProxy();
    for (const path of ["/api/sign-in", "/api/sign-out"]) {
      expect((await proxy.post(path, { password: PASSWORD })).status).toBe(404);
    }
    const config = configSchema.parse(await (await proxy.get("/api/config")).json());
    expect(config).not.toHaveProperty("isSignedIn");
  });
});

describe("a session", () => {
  it("ends 12 hours after its last use, and is prolonged while it is used", async () => {
    const proxy = openTeamStudio();
    const [idle, active] = [await openMember(proxy), await openMember(proxy)];
    await proxy.clock.advance(7 * HOUR_MS);
    const before = active.cookies.get(SESSION);
    expect(await statusOf(active)).toBe(200);
    expect(active.cookies.get(SESSION)).not.toBe(before);
    await proxy.clock.advance(6 * HOUR_MS);
    expect(await statusOf(idle)).toBe(401);
    expect(await statusOf(active)).toBe(200);
  });

  it("ends a week after signing in, however much it is used", async () => {
    const proxy = openTeamStudio();
    const browser = await openMember(proxy);
    for (let hours = 0; hours < 7 * 24 - 5; hours += 5) {
      expect(await statusOf(browser)).toBe(200);
      await proxy.clock.advance(5 * HOUR_MS);
    }
    await proxy.clock.advance(6 * HOUR_MS);
    expect(await statusOf(browser)).toBe(401);
  });

  it("proxy: a copy of a cookie is used after signing out → 401", async () => {
    const proxy = openTeamStudio();
    const browser = await openMember(proxy);
    const copy = new Map(browser.cookies);
    await proxy.clock.advance(7 * HOUR_MS);
    await browser.get(TASK);
    const prolonged = new Map(browser.cookies);
    expect((await browser.signOut()).status).toBe(200);
    expect(browser.cookies.has(SESSION)).toBe(false);
    for (const cookies of [copy, prolonged]) {
      const thief = openBrowser(proxy);
      for (const [name, value] of cookies) thief.cookies.set(name, value);
      expect(await statusOf(thief)).toBe(401);
    }
  });

  it("ends when the same browser signs in again", async () => {
    const proxy = openTeamStudio();
    const browser = await openMember(proxy);
    const thief = openBrowser(proxy);
    thief.cookies.set(SESSION, browser.cookies.get(SESSION) ?? "");
    await browser.signIn();
    expect([await statusOf(browser), await statusOf(thief)]).toEqual([200, 401]);
  });

  it("is opened by every instance with the same secret and password, and by no other", async () => {
    const browser = await openMember(openTeamStudio());
    const statusAt = async (team: typeof TEAM) => {
      const other = openBrowser(openProxy({ team }));
      other.cookies.set(SESSION, browser.cookies.get(SESSION) ?? "");
      return statusOf(other);
    };
    expect(await statusAt(TEAM)).toBe(200);
    expect(await statusAt({ ...TEAM, secret: "another secret of 32 characters!" })).toBe(401);
    expect(await statusAt({ ...TEAM, passwordHash: "hash-2" })).toBe(401);
  });

  it("proxy: any character of a cookie is changed → 401", async () => {
    const proxy = openTeamStudio();
    const browser = await openMember(proxy);
    const sealed = browser.cookies.get(SESSION) ?? "";
    for (let index = 0; index < sealed.length; index += 7) {
      const changed = sealed[index] === "A" ? "B" : "A";
      browser.cookies.set(SESSION, sealed.slice(0, index) + changed + sealed.slice(index + 1));
      expect(await statusOf(browser), String(index)).toBe(401);
    }
    for (const odd of ["", "x", sealed.slice(1), `${sealed}AAAA`, "A".repeat(5000), "é"]) {
      browser.cookies.set(SESSION, encodeURIComponent(odd));
      expect(await statusOf(browser)).toBe(401);
    }
  });

  it("proxy: one sealed cookie is sent as another, or twice → 401", async () => {
    const proxy = openTeamStudio();
    const browser = await openMember(proxy);
    const [session = "", member = ""] = [SESSION, MEMBER].map((name) => browser.cookies.get(name));
    const ask = (Cookie: string) =>
      proxy.fetch(new Request(ORIGIN + TASK, { headers: { Cookie } })).then(({ status }) => status);
    expect(await ask(`a=b; ${SESSION}=${session};c=d`)).toBe(200);
    expect(await ask(`${SESSION}=${member}`)).toBe(401);
    expect(await ask(`${SESSION}=${session}; ${SESSION}=${session}`)).toBe(401);
    expect(await ask(`kirin-session=${session}`)).toBe(401);
  });
});
