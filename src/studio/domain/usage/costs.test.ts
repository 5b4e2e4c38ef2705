import { describe, expect, test } from "vitest";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aFailedEntry,
  aGeneration,
  aPreparedEntry,
} from "#studio/testing/fixtures.ts";
import { comparableCost, costsOf } from "./costs.ts";

const bill = (amount: string, currency = "USD") => [{ charge_type: "cash", amount, currency }];

describe("the cost of a generation", () => {
  test("is empty before Kirin has answered", () => {
    expect(costsOf(aPreparedEntry())).toEqual([]);
    expect(comparableCost(aPreparedEntry())).toBeNull();
    expect(comparableCost(null)).toBeNull();
  });

  test("upgrade: a row of a task that completed without a clip was stored before bills were parsed → its bill is its cost", () => {
    const generation = aGeneration({
      status: "failed",
      upstreamStatus: " Succeed ",
      error: { code: "002014096", message: "The task completed without a clip." },
      unknownFields: { billing: bill("0.35") },
    });
    expect(costsOf(aFailedEntry({ generation }))).toEqual([{ amount: "0.35", unit: "USD" }]);
  });

  test("is kept for a task that completed without a clip", () => {
    const generation = aGeneration({
      status: "failed",
      upstreamStatus: "completed",
      usage: { cost: "35", discount: null, currency: "credit" },
    });
    expect(costsOf(aFailedEntry({ generation }))).toEqual([{ amount: "35", unit: "credit" }]);
  });

  test("is not the bill of a task that has not completed", () => {
    const unknownFields = { billing: bill("0.35") };
    for (const upstreamStatus of ["in_progress", "failed"]) {
      expect(costsOf({ generation: aGeneration({ upstreamStatus, unknownFields }) })).toEqual([]);
    }
  });

  test("is the bill in its usage rather than one beside it", () => {
    const generation = aCompletedGeneration({
      usage: { cost: null, discount: null, billing: bill("2", "CNY") },
      unknownFields: { billing: bill("1") },
    });
    expect(costsOf({ generation })).toEqual([{ amount: "2", unit: "CNY" }]);
  });

  test("can be compared if it is a single number", () => {
    const costing = (usage: object) =>
      comparableCost(
        aCompletedEntry({
          generation: aCompletedGeneration({ usage: { cost: null, discount: null, ...usage } }),
        }),
      );
    expect(costing({ cost: "0.35" })).toEqual({ amount: "0.35", unit: "USD" });
    expect(costing({ cost: "0,35" })).toBeNull();
    expect(costing({ billing: [...bill("1"), ...bill("2", "CNY")] })).toBeNull();
    expect(costing({})).toBeNull();
  });
});
