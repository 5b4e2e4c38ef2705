/** The built server with a team's password: what only a real connection and several instances show. */
import { expect, test } from "vitest";
import { hashPassword } from "#hosts/node/access/password-hash.ts";
import { ask, launch } from "./launch.ts";

const PASSWORD = "correct horse battery";
const env = {
  HOST: "0.0.0.0",
  STUDIO_ALLOWED_HOSTS: "studio.test",
  STUDIO_PASSWORD_HASH: await hashPassword(PASSWORD),
};

const JSON_HEADERS = { "Content-Type": "application/json", "X-Kirin-Studio": "1" };

function signIn(url: string, password: string, headers: Record<string, string> = {}) {
  const body = JSON.stringify({ password });
  return ask(`${url}/api/sign-in`, {
    method: "POST",
    headers: { ...JSON_HEADERS, ...headers },
    body,
  });
}

test("proxy: a studio with a password is reachable from other machines → nobody gets in without it, and every instance knows the session", async () => {
  const [studio, other] = [await launch("studio", env), await launch("studio", env)];
  const [url, otherUrl] = [await studio.url, await other.url];
  expect((await ask(`${url}/api/generations/t`)).status).toBe(401);
  expect((await ask(`${url}/metrics`)).status).toBe(404);
  const { status, headers } = await signIn(url, PASSWORD);
  expect(status).toBe(200);
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  const Cookie = (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
  for (const origin of [url, otherUrl]) {
    expect((await ask(`${origin}/api/generations/t`)).status).toBe(401);
    const found = await ask(`${origin}/api/generations/t`, { headers: { Cookie } });
    expect([found.status, JSON.parse(found.text).code]).toEqual([404, "task-not-found"]);
  }
  expect(studio.output).not.toContain(PASSWORD);
});

test("proxy: passwords are guessed over one connection address with forged headers → 429", async () => {
  const studio = await launch("studio", env);
  const url = await studio.url;
  const statuses: number[] = [];
  for (let guess = 0; guess < 6; guess += 1) {
    const forged = { "X-Forwarded-For": `198.51.100.${guess}` };
    statuses.push((await signIn(url, `guess ${guess}`, forged)).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
});
