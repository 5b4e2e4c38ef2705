import { expect, test } from "vitest";
import * as z from "zod/mini";
import { usageSchema } from "./generation.ts";
import { quoteSchema } from "./quote.ts";

test("keeps every digit of a cost", () => {
  const usage = { cost: "0.350000000000000000001", discount: 1, quantity: 1 };
  expect(z.parse(usageSchema, usage)).toEqual(usage);
});

test.each([
  ["", null],
  ["free", "free"],
  ["1e3", "1000"],
  ["0,35", "0,35"],
  [" 1", "1"],
  ["NaN", "NaN"],
  [0.35, "0.35"],
  [Number.NaN, null],
  [["0.35"], null],
])(
  "poll: Kirin's cost is not a plain decimal → converted if it is a number, otherwise kept unchanged; the generation stays readable (%j)",
  (cost, read) => {
    expect(z.parse(usageSchema, { cost, discount: 1 })).toEqual({ cost: read, discount: 1 });
    const quote = { currency: "USD", discount: null };
    expect(z.parse(quoteSchema, { cost, ...quote })).toEqual({ cost: read, ...quote });
  },
);

test("keeps a discount as reported, number or text", () => {
  expect(z.parse(usageSchema, { cost: "1", discount: "0.05" }).discount).toBe("0.05");
  expect(z.parse(usageSchema, { cost: "1", discount: { percent: 5 } }).discount).toBeNull();
  expect(z.parse(usageSchema, {})).toEqual({ cost: null, discount: null });
});
