import { expect, test, vi } from "vitest";
import { aProblem, LIVE_CONFIG, NOON } from "#studio/testing/fixtures.ts";
import type { GenerationDeps } from "../generation-deps.ts";
import { createServerCheck, isStillReady, obstacleIn } from "./server-check.ts";

const NOON_MS = Date.parse(NOON);
const problem = aProblem("internal-error");

test("finds the obstacle in the server's response", () => {
  expect(obstacleIn({ ok: true, value: LIVE_CONFIG }, true)).toBeNull();
  expect(obstacleIn({ ok: true, value: { ...LIVE_CONFIG, hasKey: false } }, true)).toBe("no-key");
  const signedOut = { ...LIVE_CONFIG, hasKey: false, isSignedIn: false };
  expect(obstacleIn({ ok: true, value: signedOut }, true)).toBe("signed-out");
  const signedIn = { ...LIVE_CONFIG, isSignedIn: true };
  expect(obstacleIn({ ok: true, value: signedIn }, true)).toBeNull();
  expect(obstacleIn({ ok: false, problem }, true)).toBe("server-away");
  expect(obstacleIn({ ok: false, problem }, false)).toBe("offline");
});

test("keeps a positive response for five seconds, and none from the future", () => {
  expect(isStillReady(null, NOON_MS)).toBe(false);
  expect([0, 4999, 5000, -1].map((ms) => isStillReady(NOON_MS, NOON_MS + ms))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("asks again after a negative response, and once a positive one has expired", async () => {
  const readConfig = vi.fn<GenerationDeps["readConfig"]>();
  const server = createServerCheck({ readConfig, isOnline: () => true, now: () => new Date(NOON) });
  readConfig.mockResolvedValueOnce({ ok: false, problem });
  readConfig.mockResolvedValue({ ok: true, value: LIVE_CONFIG });
  expect(await server.findObstacle()).toBe("server-away");
  expect(await server.findObstacle()).toBeNull();
  expect(await server.findObstacle()).toBeNull();
  expect(readConfig).toHaveBeenCalledTimes(2);
  server.forget();
  expect(await server.findObstacle()).toBeNull();
  expect(readConfig).toHaveBeenCalledTimes(3);
});
