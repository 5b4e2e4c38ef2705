import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumUsd } from "#studio/domain/money.ts";
import { costDifference } from "./cost-difference.ts";

const costs = fc
  .tuple(fc.nat(999), fc.stringMatching(/^\d{1,6}$/))
  .map(([whole, fraction]) => `${whole}.${fraction}`);

describe("the difference of two costs", () => {
  it("says how many times as much the dearer one cost", () => {
    expect(costDifference("0.21", "0.42")).toEqual({
      kind: "times",
      dearer: "right",
      times: "2.0",
      more: "0.21",
    });
  });

  it("knows equal amounts however they are written", () => {
    expect(costDifference("0.35", "0.3500")).toEqual({ kind: "same" });
  });

  it("gives no factor where one side was free", () => {
    expect(costDifference("0", "0.35")).toEqual({ kind: "more", dearer: "right", more: "0.35" });
  });

  it("is exact: the cheaper cost and the difference make the dearer cost", () => {
    fc.assert(
      fc.property(costs, costs, (left, right) => {
        const difference = costDifference(left, right);
        if (difference.kind === "same") return;
        const [high, low] = difference.dearer === "left" ? [left, right] : [right, left];
        expect(sumUsd([low, difference.more])).toBe(sumUsd([high]));
        expect(costDifference(right, left)).toEqual({
          ...difference,
          dearer: difference.dearer === "left" ? "right" : "left",
        });
      }),
    );
  });
});
