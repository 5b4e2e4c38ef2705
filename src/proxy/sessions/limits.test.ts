/** Floods and guesses end in 429 without reaching Kirin, and one member's flood is not another's. */
import { describe, expect, it } from "vitest";
import { PROMPT, problemOf, TASK } from "#proxy/testing/open-proxy.ts";
import {
  openBrowser,
  openMember,
  openTeamStudio,
  PASSWORD,
  TEAM,
} from "#proxy/testing/team-browser.ts";

const MINUTE_MS = 60_000;
const create = { prompt: PROMPT };

describe("passwords", () => {
  it("proxy: a client guesses passwords → 429 after five, for the right one too, until it has waited", async () => {
    const proxy = openTeamStudio();
    const browser = openBrowser(proxy);
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await browser.signIn(`guess ${guess}`)).status).toBe(401);
    }
    const refused = await problemOf(await browser.signIn());
    expect(refused).toMatchObject({
      status: 429,
      code: "too-many-attempts",
      retryAfterSeconds: 12,
    });
    await proxy.clock.advance(12_000);
    expect((await browser.signIn()).status).toBe(200);
  });

  it("proxy: guesses are sent at the same time → no more of them are tried", async () => {
    let tried = 0;
    const isPassword = async () => {
      tried += 1;
      return false;
    };
    const proxy = openTeamStudio({ team: { ...TEAM, isPassword } });
    const browser = openBrowser(proxy);
    await Promise.all(Array.from({ length: 20 }, () => browser.signIn("a guess")));
    expect(tried).toBe(5);
  });

  it("are not limited by right ones", async () => {
    const browser = openBrowser(openTeamStudio());
    for (let count = 0; count < 10; count += 1) expect((await browser.signIn()).status).toBe(200);
  });

  it("proxy: a client claims other addresses in headers, or uses all addresses of its IPv6 network → it stays one client", async () => {
    const proxy = openTeamStudio();
    const headers = (index: number) => ({
      "X-Forwarded-For": `198.51.100.${index}`,
      Forwarded: `for=198.51.100.${index}`,
      "X-Real-IP": `198.51.100.${index}`,
      "CF-Connecting-IP": `198.51.100.${index}`,
    });
    const statuses: number[] = [];
    for (let index = 0; index < 6; index += 1) {
      const response = await proxy.post("/api/sign-in", { password: "wrong" }, headers(index));
      statuses.push(response.status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const inNetwork = [0, 1, 2, 3, 4, 5].map((index) => openBrowser(proxy, `2001:db8::${index}`));
    for (const browser of inNetwork.slice(0, 5)) await browser.signIn("wrong");
    expect((await inNetwork[5]?.signIn())?.status).toBe(429);
    expect((await openBrowser(proxy, "2001:db8:0:1::5").signIn()).status).toBe(200);
  });

  it("proxy: passwords are guessed from many addresses → 30 a minute in total", async () => {
    const proxy = openTeamStudio();
    const statuses: number[] = [];
    for (let index = 1; index <= 31; index += 1) {
      statuses.push((await openBrowser(proxy, `192.0.2.${index}`).signIn("wrong")).status);
    }
    expect(statuses.indexOf(429)).toBe(30);
  });
});

describe("creates", () => {
  it("proxy: a member floods the studio with creates → 429 with a time to wait, not sent to Kirin, and other members go on", async () => {
    const proxy = openTeamStudio();
    const [flooding, other] = [await openMember(proxy), await openMember(proxy)];
    for (let count = 0; count < TEAM.createsPerMinute; count += 1) {
      expect((await flooding.post("/api/generations", create)).status).toBe(201);
    }
    const sent = proxy.calls.length;
    const problem = await problemOf(await flooding.post("/api/generations", create));
    expect(problem).toMatchObject({
      status: 429,
      code: "too-many-requests",
      outcome: "not-sent",
      retryable: true,
      retryAfterSeconds: 15,
    });
    expect(proxy.calls).toHaveLength(sent);
    expect((await other.post("/api/generations", create)).status).toBe(201);
    await proxy.clock.advance(MINUTE_MS / TEAM.createsPerMinute);
    expect((await flooding.post("/api/generations", create)).status).toBe(201);
  });

  it("may wait for Kirin six at a time per member", async () => {
    const answers: (() => void)[] = [];
    const proxy = openTeamStudio({
      team: { ...TEAM, createsPerMinute: 100 },
      kirin: () =>
        new Promise((resolve) => {
          answers.push(() => resolve(Response.json(TASK)));
        }),
    });
    const browser = await openMember(proxy);
    const waiting = Array.from({ length: 6 }, () => browser.post("/api/generations", create));
    await expect.poll(() => answers.length).toBe(6);
    expect((await browser.post("/api/generations", create)).status).toBe(429);
    for (const answer of answers) answer();
    for (const response of await Promise.all(waiting)) expect(response.status).toBe(201);
    const another = browser.post("/api/generations", create);
    await expect.poll(() => answers.length).toBe(7);
    answers[6]?.();
    expect((await another).status).toBe(201);
  });
});

it("proxy: a member floods the studio with reads → 429 without asking Kirin, and other members go on", async () => {
  const proxy = openTeamStudio();
  const [flooding, other] = [await openMember(proxy), await openMember(proxy)];
  const statuses: number[] = [];
  for (let count = 0; count < 310; count += 1) {
    statuses.push((await flooding.get(`/api/generations/${count}`)).status);
  }
  expect(statuses.indexOf(429)).toBe(300);
  expect(proxy.calls).toHaveLength(300);
  expect((await other.get("/api/generations/a")).status).toBe(200);
});

it("proxy: the sign-in page is flooded → Kirin hears nothing", async () => {
  const proxy = openTeamStudio();
  for (let count = 0; count < 50; count += 1) await openBrowser(proxy).signIn(`${PASSWORD}?`);
  expect(proxy.calls).toEqual([]);
});
