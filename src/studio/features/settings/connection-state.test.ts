import { expect, test } from "vitest";
import { aHeldEntry, aHold, anEntry, LIVE_CONFIG } from "#studio/testing/fixtures.ts";
import { connectionState } from "./connection-state.ts";

const isOnline = true;
const entries = [anEntry()];

test("says where clips come from", () => {
  expect(connectionState({ isOnline, config: LIVE_CONFIG, entries })).toBe("live");
  const simulated = { ...LIVE_CONFIG, upstream: "simulator" } as const;
  expect(connectionState({ isOnline, config: simulated, entries })).toBe("simulator");
});

test("says what keeps every request from being sent", () => {
  expect(connectionState({ isOnline: false, config: LIVE_CONFIG, entries })).toBe("offline");
  expect(connectionState({ isOnline, config: undefined, entries })).toBe("unknown");
  expect(connectionState({ isOnline, config: null, entries })).toBe("server-away");
  const keyless = { ...LIVE_CONFIG, hasKey: false };
  expect(connectionState({ isOnline, config: keyless, entries })).toBe("no-key");
  const signedOut = { ...keyless, isSignedIn: false };
  expect(connectionState({ isOnline, config: signedOut, entries })).toBe("signed-out");
});

test("says what Kirin refused, the most serious first", () => {
  const told = (...reasons: ("balance" | "key-refused" | "slots")[]) =>
    connectionState({
      isOnline,
      config: LIVE_CONFIG,
      entries: reasons.map((reason) => aHeldEntry({ hold: aHold({ reason }) })),
    });
  expect(told("slots")).toBe("live");
  expect(told("slots", "balance")).toBe("balance");
  expect(told("balance", "key-refused")).toBe("key-refused");
});
