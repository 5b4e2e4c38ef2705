import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./verdict-interval.ts";

describe("Wilson's interval", () => {
  // The last four: R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3.
  it.each([
    { count: 7, trials: 11, low: 0.3538, high: 0.8483 },
    { count: 10, trials: 10, low: 0.7225, high: 1 },
    { count: 81, trials: 263, low: 0.2553, high: 0.3662 },
    { count: 15, trials: 148, low: 0.0624, high: 0.1605 },
    { count: 0, trials: 20, low: 0, high: 0.1611 },
    { count: 1, trials: 29, low: 0.0061, high: 0.1718 },
  ])("is $low to $high for $count of $trials", ({ count, trials, low, high }) => {
    const interval = wilsonInterval(count, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("is the full range without trials", () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it("contains the share, is symmetric, and narrows with more trials", () => {
    const counts = fc
      .integer({ min: 1, max: 500 })
      .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
    fc.assert(
      fc.property(counts, ([count, trials]) => {
        const { low, high } = wilsonInterval(count, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / trials + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / trials - 1e-12);
        const mirrored = wilsonInterval(trials - count, trials);
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
        const more = wilsonInterval(count * 4, trials * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});
