import { describe, expect, test } from "vitest";
import { chargesOf, readUsage } from "./usage.ts";
import { parseJson } from "./values/parse-json.ts";

const bill = (amount: unknown, currency?: string, charge_type = "cash") => ({
  charge_type,
  amount,
  ...(currency === undefined ? {} : { currency }),
});
const charged = (usage: unknown, billing?: unknown) => {
  const read = readUsage(usage, billing);
  return read && chargesOf({ ...read.rest, cost: read.cost });
};

describe("the cost of a task", () => {
  test.each([
    ['{"cost":1e-7}', "0.0000001", "USD"],
    ['{"cost":"1e-7"}', "0.0000001", "USD"],
    ['{"cost":"0,35"}', "0,35", "USD"],
    ['{"cost":" 0.35 "}', "0.35", "USD"],
    ['{"cost":"35","currency":"credit"}', "35", "credit"],
    ['{"cost":0.35}', "0.35", "USD"],
    ['{"cost":0.1234567890123456789}', "0.1234567890123456789", "USD"],
    ['{"cost":"2.50","currency":"CNY"}', "2.50", "CNY"],
  ])("reads %s as %s %s", (json, amount, unit) => {
    expect(charged(parseJson(json))).toEqual([{ amount, unit }]);
  });

  test("keeps all other fields, and a discount as reported", () => {
    const usage = { cost: "35", currency: "credit", discount: "0.05", quantity: 1 };
    expect(readUsage(usage, undefined)).toEqual({
      cost: "35",
      discount: "0.05",
      rest: { currency: "credit", quantity: 1 },
    });
  });

  test.each([
    [0.9, 0.9],
    [" 10% ", "10%"],
    ["", null],
    ["  ", null],
    [null, null],
    [{}, null],
  ])("reports the discount %j as %j", (discount, expected) => {
    expect(readUsage({ discount }, undefined)?.discount).toBe(expected);
  });

  test("is null without usage and billing", () => {
    expect(readUsage(undefined, undefined)).toBeNull();
    expect(readUsage(null, [])).toBeNull();
    expect(charged({})).toEqual([]);
  });
});

describe("billing", () => {
  test("is the cost when usage has none", () => {
    expect(readUsage(undefined, [bill("0.35", "USD")])).toEqual({
      cost: "0.35",
      discount: null,
      rest: { billing: [bill("0.35", "USD")], currency: "USD" },
    });
    expect(readUsage({ discount: 1 }, [bill("2.5", "CNY")])).toMatchObject({
      cost: "2.5",
      discount: 1,
      rest: { currency: "CNY" },
    });
  });

  test("provides the currency of a cost with the same amount", () => {
    expect(charged({ cost: "2.50" }, [bill("2.5", "CNY")])).toEqual([
      { amount: "2.50", unit: "CNY" },
    ]);
    expect(charged({ cost: "0.35" }, [bill("35", "credit")])).toEqual([
      { amount: "0.35", unit: "USD" },
    ]);
    expect(charged({ cost: "1", currency: "USD" }, [bill("1", "CNY")])).toEqual([
      { amount: "1", unit: "USD" },
    ]);
  });

  test("is summed per unit", () => {
    const billing = [bill("0.10", "USD"), bill("0.25", "usd"), bill("3", undefined, "unit")];
    expect(charged(undefined, billing)).toEqual([
      { amount: "0.35", unit: "USD" },
      { amount: "3", unit: "unit" },
    ]);
    expect(readUsage(undefined, billing)?.cost).toBeNull();
    expect(charged(undefined, [bill("0", "USD"), bill("3", undefined, "unit")])).toEqual([
      { amount: "3", unit: "unit" },
    ]);
  });

  test("inside usage takes precedence over billing beside it", () => {
    const usage = { billing: [bill("2", "CNY")] };
    expect(readUsage(usage, [bill("1", "USD")])).toMatchObject({
      cost: "2",
      rest: { billing: usage.billing, currency: "CNY" },
    });
  });

  test("may be a single object instead of a list", () => {
    expect(charged(undefined, bill("0.35", "USD"))).toEqual([{ amount: "0.35", unit: "USD" }]);
  });

  test("names each line's own currency, or else that of the usage", () => {
    const billing = [bill("1", "CNY"), bill("2")];
    expect(charged({ currency: "EUR" }, billing)).toEqual([
      { amount: "1", unit: "CNY" },
      { amount: "2", unit: "EUR" },
    ]);
    expect(charged({ cost: "2.50", currency: null }, [bill("2.5", "CNY")])).toEqual([
      { amount: "2.50", unit: "CNY" },
    ]);
  });

  test("is in USD, or in units of a resource pack, if no currency is named", () => {
    expect(charged(undefined, bill("2"))).toEqual([{ amount: "2", unit: "USD" }]);
    expect(charged(undefined, bill("2", undefined, "unit"))).toEqual([
      { amount: "2", unit: "unit" },
    ]);
    expect(charged(undefined, bill("2", "CNY", "unit"))).toEqual([{ amount: "2", unit: "CNY" }]);
  });

  test("provides the currency of a cost that is the same text but not a number", () => {
    expect(charged({ cost: "0,35" }, [bill("0,35", "CNY")])).toEqual([
      { amount: "0,35", unit: "CNY" },
    ]);
    expect(charged({ cost: "0,35" }, [bill("0.35", "CNY")])).toEqual([
      { amount: "0,35", unit: "USD" },
    ]);
  });

  test("of nothing is a cost of 0", () => {
    expect(charged(undefined, [bill("0.00", "USD"), bill("0", undefined, "unit")])).toEqual([
      { amount: "0", unit: "USD" },
    ]);
  });

  test("keeps an amount that is not a number unchanged", () => {
    expect(charged(undefined, [bill("0,35", "USD")])).toEqual([{ amount: "0,35", unit: "USD" }]);
    expect(charged(undefined, [null, 7, { charge_type: "cash" }])).toEqual([]);
  });
});
