import { expect, test } from "vitest";
import { isRecord, without } from "./json.ts";

test("counts only objects as records, not lists or null", () => {
  expect([{}, { a: 1 }].every(isRecord)).toBe(true);
  expect([null, undefined, [], [{}], "{}", 1].some(isRecord)).toBe(false);
});

test("keeps a __proto__ key as an own property in a copy without some keys", () => {
  const record = JSON.parse('{"__proto__":{"a":1},"b":2,"c":3}');
  const copy = without(record, ["b"]);
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":1},"c":3}');
  expect(JSON.stringify(record)).toBe('{"__proto__":{"a":1},"b":2,"c":3}');
});
