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
    // The oldest of the three date forms names no zone, and means GMT.
    ["Sun Nov 22 00:01:00 2026", 60],
    ["-5", undefined],
    ["1.5", undefined],
    ["2026", 600],
    ["2026-11-22", undefined],
    ["soon", undefined],
    ["Sun, whenever", undefined],
    ["", undefined],
    [null, undefined],
  ])("%j is %j seconds", (value, seconds) => expect(parseRetryAfter(value, now)).toBe(seconds));

  it("rounds up, so that nobody comes back before the time", () => {
    expect(parseRetryAfter("Sun, 22 Nov 2026 00:01:00 GMT", now + 1)).toBe(60);
    expect(parseRetryAfter("Sun, 22 Nov 2026 00:01:00 GMT", now + 999)).toBe(60);
    expect(parseRetryAfter("Sun, 22 Nov 2026 00:01:00 GMT", now + 1000)).toBe(59);
  });

  it("clock: Retry-After names a time that has passed → one second, not less", () => {
    expect(parseRetryAfter("Sat, 21 Nov 2026 00:00:00 GMT", now)).toBe(1);
  });

  it("clock: Retry-After names a day far ahead, by a clock that is wrong → ten minutes, not more", () => {
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
  ])("of %s are %j", (json, found) => expect(duplicateKeys(json)).toEqual(found));

  it("finds none in what was written from a value", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(duplicateKeys(json)).toEqual([]);
      }),
    );
  });
});

describe("redactKey", () => {
  it("takes the key out, in the form it has inside JSON", () => {
    const key = 'sk-a"b\\c-1234';
    const json = JSON.stringify({ message: `no: ${key}` });
    expect(JSON.parse(redactKey(json, key))).toEqual({ message: "no: [key]" });
  });

  it("leaves answers whole where a key is a mere word or number", () => {
    for (const key of [null, "", "status", "1234567890"]) {
      expect(redactKey('{"status":1234567890}', key)).toBe('{"status":1234567890}');
    }
  });
});

describe("wasNeverSent", () => {
  const system = (code: string, syscall?: string) => Object.assign(new Error(), { code, syscall });
  it("submit: a connection fails, and nobody says whether before or after the first byte → only what surely failed before counts as not sent", () => {
    expect(wasNeverSent(system("ECONNREFUSED", "connect"))).toBe(true);
    expect(wasNeverSent(new TypeError("f", { cause: system("ENOTFOUND") }))).toBe(true);
    expect(wasNeverSent(system("EHOSTUNREACH", "connect"))).toBe(true);
    expect(wasNeverSent(system("EHOSTUNREACH", "write"))).toBe(false);
    expect(wasNeverSent(system("ECONNRESET", "connect"))).toBe(false);
    expect(wasNeverSent(system("EPIPE", "write"))).toBe(false);
  });

  it("wants every attempt of several to have failed in time", () => {
    const refused = system("ECONNREFUSED");
    expect(wasNeverSent(new AggregateError([refused, refused]))).toBe(true);
    expect(wasNeverSent(new AggregateError([refused, system("ECONNRESET")]))).toBe(false);
    expect(wasNeverSent(new AggregateError([]))).toBe(false);
  });

  it("judges anything at all, even a cause that causes itself", () => {
    const circle = new Error("round");
    circle.cause = circle;
    for (const thrown of [circle, null, undefined, "ECONNREFUSED", { code: "ECONNREFUSED" }]) {
      expect(wasNeverSent(thrown)).toBe(false);
    }
  });
});
