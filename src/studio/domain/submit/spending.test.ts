import { describe, expect, test } from "vitest";
import { isAboveLimit } from "./spending.ts";

const limit = { amount: "1.00", unit: "USD" };
const usd = (amount: string) => ({ amount, unit: "USD" });

describe("a price", () => {
  test.each([
    ["0.99", false],
    ["1", false],
    ["1.000", false],
    ["1.0000000000000000000001", true],
    ["2", true],
  ])("of %s USD is above a limit of 1.00 USD: %s", (amount, isAbove) => {
    expect(isAboveLimit([usd(amount)], limit)).toBe(isAbove);
  });

  test("that can't be compared with the limit counts as above", () => {
    expect(isAboveLimit(null, limit)).toBe(true);
    expect(isAboveLimit([usd("0,35")], limit)).toBe(true);
    expect(isAboveLimit([{ amount: "0.5", unit: "credit" }], limit)).toBe(true);
    expect(isAboveLimit([usd("0.5"), { amount: "0.5", unit: "credit" }], limit)).toBe(true);
  });
});
