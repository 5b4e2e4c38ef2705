import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratioOf } from "./ratio.ts";

describe("ratios", () => {
  it("gives the ratio with one decimal and the exact difference", () => {
    expect(ratioOf({ left: "0.21", right: "0.42" })).toEqual({
      kind: "times",
      larger: "right",
      times: "2.0",
      more: "0.21",
    });
    expect(ratioOf({ left: "0.8400", right: "0.1" })).toEqual({
      kind: "times",
      larger: "left",
      times: "8.4",
      more: "0.74",
    });
  });

  it("gives no ratio to zero and no difference between equal values", () => {
    expect(ratioOf({ left: "0", right: "0.35" })).toEqual({
      kind: "more",
      larger: "right",
      more: "0.35",
    });
    expect(ratioOf({ left: "0.350", right: "0.35" })).toEqual({ kind: "same" });
  });

  it("is unknown unless both values are known", () => {
    expect(ratioOf({ left: null, right: "1" })).toBeNull();
    expect(ratioOf({ left: "1", right: null })).toBeNull();
  });

  it("gives the same result after swapping sides", () => {
    const amount = fc.integer({ min: 0, max: 10_000 }).map((cents) => (cents / 100).toFixed(2));
    fc.assert(
      fc.property(amount, amount, (left, right) => {
        const there = ratioOf({ left, right });
        const back = ratioOf({ left: right, right: left });
        if (there === null || back === null) throw new Error("Both are known.");
        if (there.kind === "same") expect(back).toEqual(there);
        else expect(back).toEqual({ ...there, larger: there.larger === "left" ? "right" : "left" });
      }),
    );
  });
});
