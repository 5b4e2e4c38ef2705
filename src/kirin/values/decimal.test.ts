import fc from "fast-check";
import { expect, test } from "vitest";
import { isDecimalString, toDecimal } from "./decimal.ts";

test.each([
  ["0.35", "0.35"],
  [" 0.35 ", "0.35"],
  ["1e-7", "0.0000001"],
  ["1E-7", "0.0000001"],
  ["1.10e-1", "0.110"],
  ["12.345e2", "1234.5"],
  ["12.345e3", "12345"],
  ["1e21", "1000000000000000000000"],
  ["+0.35", "0.35"],
  [".5", "0.5"],
  ["5.", "5"],
  ["00.35", "0.35"],
  ["-0.50", "-0.50"],
  ["-1e-1", "-0.1"],
  ["-00.0", "0.0"],
  ["-0.0", "-0.0"],
  ["1e100", `1${"0".repeat(100)}`],
  ["0.1234567890123456789", "0.1234567890123456789"],
])("parses %j as %s", (text, decimal) => {
  expect(toDecimal(text)).toBe(decimal);
});

test.each([
  "",
  " ",
  "0,35",
  "1,250.00",
  "$0.35",
  "1e101",
  "1e1000",
  "1e-101",
  ".",
  "e5",
  "-",
  "Infinity",
  "0x10",
  "1 000",
  "1".repeat(201),
])("rejects %j", (text) => expect(toDecimal(text)).toBeNull());

test("accepts 200 characters at most", () => {
  const digits = "1".repeat(199);
  expect([isDecimalString(`1${digits}`), isDecimalString(`11${digits}`)]).toEqual([true, false]);
  expect([toDecimal(`+${digits}`), toDecimal(`+1${digits}`)]).toEqual([digits, null]);
});

test("keeps every digit when it applies an exponent", () => {
  const digits = fc.stringMatching(/^\d{1,30}$/);
  fc.assert(
    fc.property(digits, digits, fc.integer({ min: -40, max: 40 }), (whole, fraction, exponent) => {
      const decimal = toDecimal(`${whole}.${fraction}e${exponent}`) ?? "";
      expect(isDecimalString(decimal)).toBe(true);
      const [units = "", rest = ""] = decimal.split(".");
      // Both as integers, scaled by 10^100.
      const actual = BigInt(units + rest.padEnd(100, "0"));
      expect(actual).toBe(
        BigInt(whole + fraction) * 10n ** BigInt(100 - fraction.length + exponent),
      );
    }),
  );
});
