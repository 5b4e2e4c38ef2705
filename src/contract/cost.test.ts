import { expect, test } from "vitest";
import * as z from "zod/mini";
import { usageSchema } from "./generation.ts";
import { quoteSchema } from "./quote.ts";

test("a cost keeps every digit", () => {
  const usage = { cost: "0.350000000000000000001", discount: 1, quantity: 1 };
  expect(z.parse(usageSchema, usage)).toEqual(usage);
});

test.each(["", "free", "1e3", "0,35", " 1", "NaN", 0.35])(
  "poll: Kirin reports a cost that is no decimal → the cost is unknown; the generation stays readable, and no sum stumbles (%j)",
  (cost) => {
    expect(z.parse(usageSchema, { cost, discount: 1 })).toEqual({ cost: null, discount: 1 });
    const quote = { currency: "USD", discount: null };
    expect(z.parse(quoteSchema, { cost, ...quote })).toEqual({ cost: null, ...quote });
  },
);
