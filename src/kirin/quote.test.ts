import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuote } from "./quote.ts";

const data = { cost: "0.2", currency: "USD", discount: 1 };

test.each(["success", { code: 0 }, { code: 200 }, { code: "200" }])(
  "reads a quote with the status %j",
  (status) => {
    expect(parseQuote({ status, data })).toEqual({ cost: "0.2", currency: "USD", discount: 1 });
  },
);

test("reads a price in any notation and unit, without a discount", () => {
  const read = (quoted: object) => parseQuote({ status: "success", data: quoted });
  expect(read({ cost: 0.2 })).toEqual({ cost: "0.2", currency: "USD", discount: null });
  expect(read({ cost: "20", currency: "Credits" })).toEqual({
    cost: "20",
    currency: "credit",
    discount: null,
  });
});

test.each([
  ["another status", { status: "failed", data }],
  ["a status code that is no success", { status: { code: 404 }, data }],
  ["no status", { data }],
  ["a refusal beside the price", { status: "success", code: 1301, data }],
  ["no price", { status: "success", data: { currency: "USD" } }],
  ["no data", { status: "success", data: null }],
  ["a list of data", { status: "success", data: [data] }],
  ["no object", "success"],
  ["nothing", null],
])("returns null for %s", (_, answer) => {
  expect(parseQuote(answer)).toBeNull();
});

test("never throws, whatever JSON it gets", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (answer) => {
      expect(() => parseQuote(answer)).not.toThrow();
    }),
  );
});
