import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "./retry-after.ts";

describe("parseRetryAfter", () => {
  const now = Date.parse("2026-11-22T00:00:00Z");
  it.each([
    ["5", 5],
    [" 5 ", 5],
    ["0", 1],
    ["99999999999999999999", 600],
    ["Sun, 22 Nov 2026 00:01:00 GMT", 60],
    ["Sunday, 22-Nov-26 00:01:00 GMT", 60],
    // The asctime form has no zone and means GMT.
    ["Sun Nov 22 00:01:00 2026", 60],
    ["-5", undefined],
    ["1.5", undefined],
    ["2026", 600],
    ["2026-11-22", undefined],
    ["soon", undefined],
    ["Sun, whenever", undefined],
    ["", undefined],
    [null, undefined],
  ])("parses %j as %j seconds", (value, seconds) =>
    expect(parseRetryAfter(value, now)).toBe(seconds),
  );

  it("rounds up, so that no client retries too early", () => {
    expect(parseRetryAfter("Sun, 22 Nov 2026 00:01:00 GMT", now + 1)).toBe(60);
    expect(parseRetryAfter("Sun, 22 Nov 2026 00:01:00 GMT", now + 999)).toBe(60);
    expect(parseRetryAfter("Sun, 22 Nov 2026 00:01:00 GMT", now + 1000)).toBe(59);
  });

  it("clock: Retry-After is a time in the past → one second", () => {
    expect(parseRetryAfter("Sat, 21 Nov 2026 00:00:00 GMT", now)).toBe(1);
  });

  it("clock: Retry-After is a time far ahead because a clock is wrong → ten minutes", () => {
    expect(parseRetryAfter("Mon, 23 Nov 2026 00:00:00 GMT", now)).toBe(600);
  });
});
