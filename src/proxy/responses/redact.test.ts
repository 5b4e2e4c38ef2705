import { describe, expect, it } from "vitest";
import { redactKey } from "./redact.ts";

describe("redactKey", () => {
  it("removes the key in its JSON-escaped form", () => {
    const key = 'sk-a"b\\c-1234';
    const json = JSON.stringify({ message: `no: ${key}` });
    expect(JSON.parse(redactKey(json, key))).toEqual({ message: "no: [key]" });
  });

  it("removes every occurrence of a key of eight characters or more", () => {
    expect(redactKey('["sk-12345","sk-12345"]', "sk-12345")).toBe('["[key]","[key]"]');
    expect(redactKey('["sk-1234"]', "sk-1234")).toBe('["sk-1234"]');
  });

  it("removes a key that begins or ends with a number", () => {
    for (const key of ["1234-abcd-5678", "sk-12345678", "12345678-sk"]) {
      expect(redactKey(`["${key}"]`, key)).toBe('["[key]"]');
    }
  });

  it("does not redact keys that are short words or numbers", () => {
    for (const key of [null, "", "status", "1234567890"]) {
      expect(redactKey('{"status":1234567890}', key)).toBe('{"status":1234567890}');
    }
  });
});
