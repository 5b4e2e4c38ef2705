import fc from "fast-check";
import { expect, test } from "vitest";
import { GRAINS } from "#studio/domain/usage/days.ts";
import { RANGE_PRESETS } from "#studio/domain/usage/usage-range.ts";
import { parseUsageAddress, rangeOf, usageHref } from "./usage-address.ts";

const TODAY = "2026-11-30";

test("an empty address shows the last 30 days by the period that suits", () => {
  expect(parseUsageAddress("")).toEqual({
    range: "30d",
    from: null,
    to: null,
    by: null,
    unit: null,
  });
});

test("values that cannot be read fall back to the default", () => {
  expect(parseUsageAddress("range=year&from=2026-02-30&to=&by=hour")).toEqual(
    parseUsageAddress(""),
  );
});

test("typed dates replace the preset", () => {
  const address = parseUsageAddress("range=7d&from=2026-11-01");
  expect(rangeOf(address, TODAY)).toEqual({ from: "2026-11-01", to: null });
  expect(usageHref(address)).toBe("/usage?from=2026-11-01");
  expect(rangeOf(parseUsageAddress("range=7d"), TODAY)).toEqual({ from: "2026-11-24", to: null });
});

test("an address means the same after it was written and read", () => {
  const day = fc.option(fc.constantFrom("2026-01-31", "2024-02-29"));
  const addresses = fc.record({
    range: fc.constantFrom(...RANGE_PRESETS),
    from: day,
    to: day,
    by: fc.option(fc.constantFrom(...GRAINS)),
    unit: fc.option(fc.string()),
  });
  fc.assert(
    fc.property(addresses, (address) => {
      const read = parseUsageAddress(new URL(usageHref(address), "http://studio").search);
      expect(rangeOf(read, TODAY)).toEqual(rangeOf(address, TODAY));
      expect([read.by, read.unit]).toEqual([address.by, address.unit]);
    }),
  );
});
