import { describe, expect, it } from "vitest";
import { aRemark } from "#studio/testing/judgement-fixtures.ts";
import type { Check } from "./judgement.ts";
import {
  addCheck,
  checksOf,
  markCheck,
  mergeChecks,
  removeCheck,
  rewordCheck,
  suggestReasons,
} from "./judgement-checks.ts";

const fox: Check = { kind: "subject", text: "A fox", state: "open" };
const runs: Check = { kind: "action", text: "Runs over snow", state: "met" };
const list = [fox, runs];

describe("a check-list", () => {
  it("is drawn from the prompt until it was touched", () => {
    expect(checksOf(undefined, "A fox runs over snow")).toEqual([fox, { ...runs, state: "open" }]);
    expect(checksOf(aRemark({ rating: 3 }), "A fox")).toEqual([fox]);
    expect(checksOf(aRemark({ checks: [] }), "A fox")).toEqual([]);
  });

  it("is ticked, added to, worded anew and shortened", () => {
    expect(markCheck(list, fox, "not-met")).toEqual([{ ...fox, state: "not-met" }, runs]);
    expect(addCheck(list, "other", " Snow falls ")).toEqual([
      ...list,
      { kind: "other", text: "Snow falls", state: "open" },
    ]);
    expect(rewordCheck(list, runs, "Runs away")).toEqual([fox, { ...runs, text: "Runs away" }]);
    expect(removeCheck(list, fox)).toEqual([runs]);
  });

  it("holds everything once, and nothing empty", () => {
    expect(addCheck(list, "subject", "A fox")).toEqual(list);
    expect(addCheck(list, "other", "  ")).toEqual(list);
    expect(rewordCheck(list, fox, "A fox ")).toEqual(list);
    expect(rewordCheck(list, fox, "")).toEqual([runs]);
    const two = addCheck(list, "subject", "A wolf");
    expect(rewordCheck(two, fox, "A wolf")).toEqual(removeCheck(two, fox));
  });
});

it("two lists stand beside each other, and what only one holds has no other side", () => {
  const wolf: Check = { kind: "subject", text: "A wolf", state: "met" };
  expect(mergeChecks(list, [{ ...runs, state: "not-met" }, wolf])).toEqual([
    { kind: "subject", text: "A fox", left: "open", right: null },
    { kind: "action", text: "Runs over snow", left: "met", right: "not-met" },
    { kind: "subject", text: "A wolf", left: null, right: "met" },
  ]);
});

it("ticks give reasons: what the chosen one met, first what the other did not", () => {
  const rows = mergeChecks(
    [{ ...fox, state: "met" }, runs],
    [
      { ...fox, state: "met" },
      { ...runs, state: "not-met" },
    ],
  );
  expect(suggestReasons(rows, "left")).toEqual(["Runs over snow", "A fox"]);
  expect(suggestReasons(rows, "right")).toEqual(["A fox"]);
  expect(suggestReasons(rows, null)).toEqual(["A fox", "Runs over snow"]);
});
