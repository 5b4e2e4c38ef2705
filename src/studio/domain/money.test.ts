import fc from "fast-check";
import { expect, test } from "vitest";
import { formatUsd, sumUsd, timesUsd } from "./money.ts";

test.each([
  ["0.35", "$0.35"],
  ["1", "$1.00"],
  ["0.2", "$0.20"],
  ["0.000125", "$0.000125"],
  ["1.10", "$1.10"],
  ["0", "$0.00"],
  ["-0.5", "−$0.50"],
])("%s reads %s", (cost, text) => {
  expect(formatUsd(cost)).toBe(text);
});

test("sums are exact where floats are not", () => {
  expect(sumUsd(["0.1", "0.2"])).toBe("0.3");
  expect(sumUsd([])).toBe("0");
  expect(sumUsd(Array.from({ length: 1000 }, () => "0.0000001"))).toBe("0.0001");
});

test("a sum is what integers say, whatever the order", () => {
  const micros = fc.array(fc.bigInt({ min: 0n, max: 10n ** 18n }), { maxLength: 30 });
  fc.assert(
    fc.property(micros, (parts) => {
      const costs = parts.map(toDecimal);
      const total = parts.reduce((sum, part) => sum + part, 0n);
      expect(toMicros(sumUsd(costs))).toBe(total);
      expect(sumUsd(costs.toReversed())).toBe(sumUsd(costs));
    }),
  );
});

test("every digit of a cost is shown", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (micros) => {
      const cost = toDecimal(micros);
      expect(formatUsd(cost)).toBe(`$${cost}`);
    }),
  );
});

function toDecimal(micros: bigint): string {
  const digits = micros.toString().padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

function toMicros(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(6, "0"));
}

test("a cost many times over is the exact sum of as many", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 9 }), (cents, n) => {
      const cost = (cents / 1000).toFixed(3);
      expect(timesUsd(cost, n)).toBe(sumUsd(Array.from({ length: n }, () => cost)));
    }),
  );
});
