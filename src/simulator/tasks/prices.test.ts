import { expect, test } from "vitest";
import { resolveRequest } from "#kirin/request.ts";
import { isDecimalString } from "#kirin/values/decimal.ts";
import { priceOf } from "./prices.ts";

test.each([
  [{ mode: "std", duration: "5" }, "0.21", "0.042"],
  [{ mode: "std", duration: "10" }, "0.42", "0.042"],
  [{ mode: "pro", duration: "5" }, "0.35", "0.07"],
  [{ mode: "pro", duration: "10" }, "0.70", "0.07"],
  [{ mode: "pro", duration: "5", sound: "on" }, "0.70", "0.14"],
  [{ mode: "pro", duration: "10", sound: "on" }, "1.40", "0.14"],
] as const)("%j costs %s", (params, cost, unitPrice) => {
  const price = priceOf(resolveRequest({ prompt: "p", ...params }));
  expect(price).toEqual({ cost, discount: 1, quantity: Number(params.duration), unitPrice });
  expect(isDecimalString(price.cost)).toBe(true);
});
