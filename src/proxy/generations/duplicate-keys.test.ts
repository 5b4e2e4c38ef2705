import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { duplicateKeys } from "./duplicate-keys.ts";

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
  ])("%s has the duplicates %j", (json, found) => expect(duplicateKeys(json)).toEqual(found));

  it("stops at the limit", () => {
    const names = Array.from({ length: 30 }, (_, at) => `"${at}":1`);
    const json = `{${[...names, ...names].join(",")}}`;
    expect(duplicateKeys(json)).toHaveLength(20);
    expect(duplicateKeys(json, 3)).toEqual(["0", "1", "2"]);
  });

  it("cuts long paths", () => {
    const [long, inner] = ["a".repeat(99), '{"b":{"c":{"d":1,"d":2}}}'];
    expect(duplicateKeys(`{"${long}":${inner}}`)).toEqual([`${long}.`]);
    expect(duplicateKeys(`{"x${long}":${inner}}`)).toEqual([`x${long}`]);
  });

  it("finds none in serialised values", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(duplicateKeys(json)).toEqual([]);
      }),
    );
  });
});
