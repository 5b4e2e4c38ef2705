import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

test.each([
  ["an id beyond 2^53", '{"id":844329482092085298}', { id: "844329482092085298" }],
  ["a seed just beyond 2^53", '{"seed":9007199254740993}', { seed: "9007199254740993" }],
  ["2^53, which a double could hold", "[9007199254740992]", ["9007199254740992"]],
  ["a negative one", "[-9007199254740993]", ["-9007199254740993"]],
  ["an amount of many digits", '{"cost":0.1234567890123456789}', { cost: "0.1234567890123456789" }],
  ["seventeen digits that a double changes", "[0.12345678901234567]", ["0.12345678901234567"]],
  ["numbers beyond the range of doubles", "[1e400, -1e400, 1e-400]", ["1e400", "-1e400", "1e-400"]],
  ["a top-level number", "9007199254740993", "9007199254740993"],
])("keeps every digit of %s", (_, json, value) => {
  expect(parseJson(json)).toEqual(value);
});

test.each([
  "[9007199254740991, -9007199254740991]",
  "[0.1, 0.30000000000000004, 1e-7, 1.5E+3, -0, 0.0, 100e-2, 0.00012e2, -0.00012e2, 0e5]",
  "[0.10000000000000000000000000000000, 5.0000000000000000000]",
  '{"text":"9007199254740993","\\"9007199254740993":"\\\\","a\\\\":1}',
])("keeps numbers that a double represents exactly: %s", (json) => {
  expect(parseJson(json)).toEqual(JSON.parse(json));
});

test("keeps a __proto__ key as an own property", () => {
  const value = parseJson('{"__proto__":9007199254740993}');
  expect(Object.entries(value as object)).toEqual([["__proto__", "9007199254740993"]]);
});

describe("for arbitrary JSON", () => {
  const withExactNumbers = fc.jsonValue().map((value) => JSON.stringify(value));

  test("equals JSON.parse wherever that is exact", () => {
    fc.assert(
      fc.property(withExactNumbers, (json) => {
        expect(parseJson(json)).toEqual(writeOutLargeIntegers(JSON.parse(json)));
      }),
      { numRuns: 500 },
    );
  });

  test("keeps the digits of a number in any notation", () => {
    const decimal = fc.stringMatching(/^-?(0|[1-9]\d{0,40})(\.\d{1,40})?([eE][+-]?\d{1,3})?$/);
    fc.assert(
      fc.property(decimal, (token) => {
        const value = parseJson(`[${token}]`) as [unknown];
        expect(typeof value[0] === "string" ? value[0] : `${value[0]}`).toSatisfy(
          (text: string) => text === token || sameDecimal(text, token),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test("refuses what JSON.parse refuses", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]{}",:\\0123456789-+.eE n') }), (text) => {
        const [actual, expected] = [parseJson, JSON.parse].map((parse) => {
          try {
            parse(text);
            return "parsed";
          } catch (error) {
            return error instanceof Error ? error.name : "?";
          }
        });
        expect(actual).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("proxy: Kirin's response is 100,000 levels deep or has a number with as many digits → parsed in one pass without recursion", () => {
    const depth = 100_000;
    expect(() =>
      parseJson(`${"[".repeat(depth)}9007199254740993${"]".repeat(depth)}`),
    ).not.toThrow();
    const digits = `1${"0".repeat(depth)}.${"0".repeat(depth)}1`;
    expect(parseJson(digits)).toBe(digits);
    expect(parseJson(`"${"\\\\".repeat(depth)}"`)).toHaveLength(depth);
  });
});

/** `fc.jsonValue()` also makes integers beyond 2^53, which `parseJson` returns as strings. */
function writeOutLargeIntegers(value: unknown): unknown {
  if (typeof value === "number") {
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? JSON.stringify(value) : value;
  }
  if (Array.isArray(value)) return value.map(writeOutLargeIntegers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, writeOutLargeIntegers(child)]),
  );
}

/** Compares two decimals as integers scaled by a power of ten. */
function sameDecimal(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => {
    const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
    const [whole = "", fraction = ""] = mantissa.split(".");
    return { digits: BigInt(whole + fraction || "0"), power: Number(exponent) - fraction.length };
  });
  if (a === undefined || b === undefined) return false;
  if (a.digits === 0n && b.digits === 0n) return true;
  const low = Math.min(a.power, b.power);
  return a.digits * 10n ** BigInt(a.power - low) === b.digits * 10n ** BigInt(b.power - low);
}
