import { describe, expect, it } from "vitest";
import { aRemark } from "#studio/testing/judgement-fixtures.ts";
import {
  addCheck,
  checksOf,
  markCheck,
  mergeChecks,
  removeCheck,
  rewordCheck,
  suggestReasons,
} from "./checks.ts";
import type { Check } from "./judgement.ts";

const fox: Check = { kind: "subject", text: "A fox", state: "open" };
const runs: Check = { kind: "action", text: "Runs over snow", state: "met" };
const list = [fox, runs];

describe("a checklist", () => {
  it("is derived from the prompt until it is edited", () => {
    expect(checksOf(undefined, "A fox runs over snow")).toEqual([fox, { ...runs, state: "open" }]);
    expect(checksOf(aRemark({ rating: 3 }), "A fox")).toEqual([fox]);
    expect(checksOf(aRemark({ checks: [] }), "A fox")).toEqual([]);
  });

  it("can be checked, extended, edited and shortened", () => {
    expect(markCheck(list, fox, "not-met")).toEqual([{ ...fox, state: "not-met" }, runs]);
    expect(addCheck(list, "other", " Snow falls ")).toEqual([
      ...list,
      { kind: "other", text: "Snow falls", state: "open" },
    ]);
    expect(rewordCheck(list, runs, "Runs away")).toEqual([fox, { ...runs, text: "Runs away" }]);
    expect(removeCheck(list, fox)).toEqual([runs]);
  });

  it("contains no duplicates and no empty items", () => {
    expect(addCheck(list, "subject", "A fox")).toEqual(list);
    expect(addCheck(list, "other", "  ")).toEqual(list);
    expect(rewordCheck(list, fox, "A fox ")).toEqual(list);
    expect(rewordCheck(list, fox, "")).toEqual([runs]);
    const two = addCheck(list, "subject", "A wolf");
    expect(rewordCheck(two, fox, "A wolf")).toEqual(removeCheck(two, fox));
  });
});

it("aligns two lists, with a gap for items that only one has", () => {
  const wolf: Check = { kind: "subject", text: "A wolf", state: "met" };
  expect(mergeChecks(list, [{ ...runs, state: "not-met" }, wolf])).toEqual([
    { kind: "subject", text: "A fox", left: "open", right: null },
    { kind: "action", text: "Runs over snow", left: "met", right: "not-met" },
    { kind: "subject", text: "A wolf", left: null, right: "met" },
  ]);
});

it("checks become reasons: what the chosen clip met, first what the other didn't", () => {
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
