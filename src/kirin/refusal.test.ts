import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuote } from "./quote.ts";
import { parseRefusal } from "./refusal.ts";

test.each([
  [
    "wrapped",
    { status: { code: 1303, message: "parallel task over resource pack limit" } },
    "1303",
  ],
  ["an error object", { error: { code: "1303", message: "x" } }, "1303"],
  ["flat", { code: 1303, message: "x" }, "1303"],
])("finds the code of a refusal that comes %s", (_, body, code) => {
  expect(parseRefusal(body).code).toBe(code);
});

test.each([
  [{ error: "no balance" }, "no balance"],
  [{ detail: "no balance" }, "no balance"],
  [{ error: { error_message: "no balance" } }, "no balance"],
  ["no balance", "no balance"],
])("finds the words of %j", (body, message) => {
  expect(parseRefusal(body).message).toBe(message);
});

test("a quote is read when there is one, and is null for everything else", () => {
  const data = { cost: "0.2", currency: "USD", discount: 1 };
  expect(parseQuote({ status: "success", data })).toEqual({
    cost: "0.2",
    currency: "USD",
    discount: 1,
  });
  expect(parseQuote({ status: "failed", data })).toBeNull();
  expect(parseQuote({ status: { code: 404 }, data })).toBeNull();
  expect(parseQuote({ status: "success", data: { cost: 0.2 } })).toMatchObject({ cost: "0.2" });
  expect(parseQuote({ status: "success", data: { cost: "20", currency: "Credits" } })).toEqual({
    cost: "20",
    currency: "credit",
    discount: null,
  });
  for (const code of [0, 200, "200"]) expect(parseQuote({ status: { code }, data })).not.toBeNull();
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      expect(() => [parseQuote(body), parseRefusal(body)]).not.toThrow();
    }),
  );
});
