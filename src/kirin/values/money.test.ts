import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  divideMoney,
  isDecimalAmount,
  type Money,
  multiplyMoney,
  readAmount,
  sumMoney,
  USD,
  unitOf,
} from "./money.ts";

test.each([
  [1e-7, "0.0000001"],
  [1e21, "1000000000000000000000"],
  ["1e-7", "0.0000001"],
  [" 0.35 ", "0.35"],
  ["0,35", "0,35"],
  [" € 0,35 ", "€ 0,35"],
  ["", null],
  [Number.NaN, null],
  [null, null],
  [{ amount: 1 }, null],
])("reads %j as the amount %j", (value, amount) => {
  expect(readAmount(value)).toBe(amount);
});

test.each([
  [undefined, "USD"],
  [null, "USD"],
  [" ", "USD"],
  ["usd", "USD"],
  ["cny", "CNY"],
  ["Credits", "credit"],
  ["CREDIT", "credit"],
  ["kirin coins", "kirin coins"],
  ["credits left", "credits left"],
  ["bonus credits", "bonus credits"],
  [7, "7"],
  [{}, "unknown unit"],
])("maps the currency %j to the unit %j", (currency, unit) => {
  expect(unitOf(currency)).toBe(unit);
});

const microsOf = (amount: string) => {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(6, "0"));
};
const amountOf = (micros: bigint) => {
  const digits = micros.toString().padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
};

describe("sums", () => {
  test("are exact even if floats would round", () => {
    const dollars = (...amounts: string[]) => amounts.map((amount) => ({ amount, unit: USD }));
    expect(sumMoney(dollars("0.1", "0.2"))).toEqual(dollars("0.3"));
    expect(sumMoney(dollars(...Array(1000).fill("0.0000001")))).toEqual(dollars("0.0001"));
    expect(sumMoney(dollars("0.0000001"))).toEqual(dollars("0.0000001"));
    expect(sumMoney(dollars("1000000000000000000000", "1"))).toEqual(
      dollars("1000000000000000000001"),
    );
    expect(sumMoney([])).toEqual([]);
  });

  test("never mix units, skip amounts that are not numbers, and list USD first", () => {
    const parts = [
      { amount: "35", unit: "credit" },
      { amount: "0,35", unit: USD },
      { amount: "0x10", unit: USD },
      { amount: "1e2", unit: USD },
      { amount: "", unit: USD },
      { amount: "0.35", unit: USD },
      { amount: "2.5", unit: "CNY" },
      { amount: "5", unit: "credit" },
    ];
    expect(sumMoney(parts)).toEqual([
      { amount: "0.35", unit: USD },
      { amount: "40", unit: "credit" },
      { amount: "2.5", unit: "CNY" },
    ]);
  });

  test("list USD first wherever it appears", () => {
    const units = (...order: string[]) =>
      sumMoney(order.map((unit) => ({ amount: "1", unit }))).map(({ unit }) => unit);
    expect(units("credit", "CNY", USD)).toEqual([USD, "credit", "CNY"]);
    expect(units(USD, "credit", "CNY")).toEqual([USD, "credit", "CNY"]);
    expect(units("CNY", USD, "credit", "EUR")).toEqual([USD, "CNY", "credit", "EUR"]);
  });

  test("match integer sums per unit, in any order", () => {
    const part = fc.record({
      micros: fc.bigInt({ min: 0n, max: 10n ** 18n }),
      unit: fc.constantFrom(USD, "credit", "CNY"),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const money = parts.map(({ micros, unit }): Money => ({ amount: amountOf(micros), unit }));
        const byUnit = (sums: Money[]) => new Map(sums.map(({ unit, amount }) => [unit, amount]));
        const sums = byUnit(sumMoney(money));
        expect(byUnit(sumMoney(money.toReversed()))).toEqual(sums);
        for (const unit of new Set(parts.map((each) => each.unit))) {
          const total = parts.reduce(
            (sum, each) => (each.unit === unit ? sum + each.micros : sum),
            0n,
          );
          expect(microsOf(sums.get(unit) ?? "")).toBe(total);
        }
        expect(sums.size).toBe(new Set(parts.map(({ unit }) => unit)).size);
      }),
    );
  });

  test("never throw for any text as an amount", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const parts = texts
          .flatMap((text) => readAmount(text) ?? [])
          .map((amount) => ({ amount, unit: USD }));
        expect(sumMoney(parts).every(isDecimalAmount)).toBe(true);
      }),
    );
  });
});

test("multiplying an amount equals its repeated sum", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.integer({ min: 1, max: 9 }),
      (micros, count) => {
        const one = { amount: amountOf(micros), unit: "credit" };
        expect([multiplyMoney(one, count)]).toEqual(sumMoney(Array(count).fill(one)));
      },
    ),
  );
});

test("a quotient is rounded to four decimals, and has no more than it needs", () => {
  expect(divideMoney({ amount: "1", unit: "USD" }, 3)).toEqual({ amount: "0.3333", unit: "USD" });
  expect(divideMoney({ amount: "0.35", unit: "CNY" }, 5)).toEqual({ amount: "0.07", unit: "CNY" });
  expect(divideMoney({ amount: "12345678901234567890.5", unit: "USD" }, 1).amount).toBe(
    "12345678901234567890.5",
  );
});
