import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { duplicateKeys } from "./duplicate-keys.ts";
import { redactKey } from "./redact.ts";
import { parseRetryAfter } from "./retry-after.ts";
import { wasNeverSent } from "./transport-error.ts";

describe("parseRetryAfter", () => {
  const now = Date.parse("2026-11-22T00:00:00Z");
  it.each([
    ["5", 5],
    [" 5 ", 5],
    ["0", 1],
    ["99999999999999999999", 600],
    ["Sun, 22 Nov 2026 00:01:00 GMT", 60],
    ["Sunday, 22-Nov-26 00:01:00 GMT", 60],
    // The asctime form names no zone and means GMT.
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

  it("clock: Retry-After names a time in the past → one second", () => {
    expect(parseRetryAfter("Sat, 21 Nov 2026 00:00:00 GMT", now)).toBe(1);
  });

  it("clock: Retry-After names a time far ahead because a clock is wrong → ten minutes", () => {
    expect(parseRetryAfter("Mon, 23 Nov 2026 00:00:00 GMT", now)).toBe(600);
  });
});

describe("duplicateKeys", () => {
  it.each([
    ['{"a":1,"b":2}', []],
    ['{"a":1,"a":2,"a":3}', ["a"]],
    ['{"a":{"b":1,"b":2}}', ["a.b"]],
    ['{"a":{"b":1},"c":{"b":1}}', []],
    ['[{"a":1},{"a":2}]', []],
    ['{"a":["a","a"],"b":"a"}', []],
    ['{"\\u0061":1,"a":2}', ["a"]],
    ['{"a\\"":"{\\"a\\":1,","b":[{}],"b":0}', ["b"]],
    ['"a"', []],
  ])("in %s are %j", (json, found) => expect(duplicateKeys(json)).toEqual(found));

  it("finds none in serialised values", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(duplicateKeys(json)).toEqual([]);
      }),
    );
  });
});

describe("redactKey", () => {
  it("removes the key in its JSON-escaped form", () => {
    const key = 'sk-a"b\\c-1234';
    const json = JSON.stringify({ message: `no: ${key}` });
    expect(JSON.parse(redactKey(json, key))).toEqual({ message: "no: [key]" });
  });

  it("does not redact keys that are short words or numbers", () => {
    for (const key of [null, "", "status", "1234567890"]) {
      expect(redactKey('{"status":1234567890}', key)).toBe('{"status":1234567890}');
    }
  });
});

describe("wasNeverSent", () => {
  const system = (code: string, syscall?: string) => Object.assign(new Error(), { code, syscall });
  it("submit: a connection fails at an unknown point → only failures that always precede the first byte count as not sent", () => {
    expect(wasNeverSent(system("ECONNREFUSED", "connect"))).toBe(true);
    expect(wasNeverSent(new TypeError("f", { cause: system("ENOTFOUND") }))).toBe(true);
    expect(wasNeverSent(system("EHOSTUNREACH", "connect"))).toBe(true);
    expect(wasNeverSent(system("EHOSTUNREACH", "write"))).toBe(false);
    expect(wasNeverSent(system("ECONNRESET", "connect"))).toBe(false);
    expect(wasNeverSent(system("EPIPE", "write"))).toBe(false);
  });

  it("requires every one of several attempts to have failed before sending", () => {
    const refused = system("ECONNREFUSED");
    expect(wasNeverSent(new AggregateError([refused, refused]))).toBe(true);
    expect(wasNeverSent(new AggregateError([refused, system("ECONNRESET")]))).toBe(false);
    expect(wasNeverSent(new AggregateError([]))).toBe(false);
  });

  it("accepts any value, even an error whose cause is itself", () => {
    const circle = new Error("round");
    circle.cause = circle;
    for (const thrown of [circle, null, undefined, "ECONNREFUSED", { code: "ECONNREFUSED" }]) {
      expect(wasNeverSent(thrown)).toBe(false);
    }
  });
});
