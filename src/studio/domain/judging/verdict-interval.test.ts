import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./verdict-interval.ts";

describe("Wilson's interval", () => {
  // The last four: R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3.
  it.each([
    [7, 11, 0.3538, 0.8483],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is %f to %f", (count, trials, low, high) => {
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
