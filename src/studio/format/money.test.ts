import fc from "fast-check";
import { expect, test } from "vitest";
import { formatAmounts, formatMoney } from "./money.ts";

test.each([
  ["0.35", "USD", "$0.35"],
  ["1", "USD", "$1.00"],
  ["0.2", "USD", "$0.20"],
  ["0.0000001", "USD", "$0.0000001"],
  ["1.10", "USD", "$1.10"],
  ["0", "USD", "$0.00"],
  ["-0.5", "USD", "−$0.50"],
  ["35", "credit", "35 credits"],
  ["1", "credit", "1 credit"],
  ["-2", "credit", "−2 credits"],
  ["3", "unit", "3 units"],
  ["2.50", "CNY", "2.50 CNY"],
  ["0,35", "USD", "0,35 USD (as reported)"],
  ["3,5", "credit", "3,5 credits (as reported)"],
  ["€ 0,35", "USD", "€ 0,35 (as reported)"],
  ["free", "USD", "free (as reported)"],
  [`~${"9".repeat(60)}`, "USD", `~${"9".repeat(38)}… USD (as reported)`],
  ["2", "constructor", "2 constructor"],
])("%s in %s reads %s", (amount, unit, text) => {
  expect(formatMoney({ amount, unit })).toBe(text);
});

test("lists amounts in different units", () => {
  const amounts = [
    { amount: "0.91", unit: "USD" },
    { amount: "35", unit: "credit" },
  ];
  expect(formatAmounts(amounts)).toBe("$0.91 + 35 credits");
  expect(formatAmounts([])).toBeNull();
});

test("shows every digit of a cost", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (micros) => {
      const digits = micros.toString().padStart(7, "0");
      const amount = `${digits.slice(0, -6)}.${digits.slice(-6)}`;
      expect(formatMoney({ amount, unit: "USD" })).toBe(`$${amount}`);
    }),
  );
});
