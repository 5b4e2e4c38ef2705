import { describe, expect, test } from "vitest";
import { NOON } from "#studio/testing/fixtures.ts";
import { aRemark, aVerdict } from "#studio/testing/judgement-fixtures.ts";
import { parseJudgement } from "./judgement-schema.ts";

const verdict = aVerdict({
  isBlind: true,
  answers: { looks: { chosenId: "pro", at: NOON }, follows: { chosenId: null, at: NOON } },
  revealedAt: NOON,
  reasons: ["Sharper"],
  note: "Soft light",
});
const remark = aRemark({
  rating: 5,
  note: "Too dark",
  checks: [{ kind: "subject", text: "A fox", state: "met" }],
});
const ranking = {
  kind: "ranking",
  id: "ranking:pair",
  pairId: "pair",
  groups: [["a", "b"], ["c"]],
  matches: [{ leftId: "a", rightId: "c", chosenId: null }],
  at: NOON,
};

test.each([
  ["a verdict", verdict],
  ["a verdict without answers", aVerdict()],
  ["a remark", remark],
  ["an empty remark", aRemark()],
  ["a ranking", ranking],
])("reads %s as it was written", (_, judgement) => {
  expect(parseJudgement(structuredClone(judgement))).toEqual(judgement);
});

describe("an invalid row is rejected", () => {
  test.each([null, 7, {}, { kind: "dream" }])("%j", (row) => {
    expect(parseJudgement(row)).toBeNull();
  });

  test.each([
    { id: "" },
    { isBlind: 1 },
    { leftId: "" },
    { rightId: null },
    { startedAt: "yesterday" },
    { answers: { looks: { chosenId: "", at: NOON } } },
    { answers: { looks: { chosenId: "a", at: "yesterday" } } },
    { answers: { mood: { chosenId: "a", at: NOON } } },
    { revealedAt: "yesterday" },
    { reasons: [1] },
    { note: null },
  ])("a verdict with %j", (change) => {
    expect(parseJudgement({ ...verdict, ...change })).toBeNull();
  });

  test.each([
    { id: "" },
    { entryId: "" },
    { rating: 0 },
    { rating: 6 },
    { rating: 2.5 },
    { note: null },
    { checks: [{ kind: "mood", text: "A fox", state: "met" }] },
    { checks: [{ kind: "subject", text: 1, state: "met" }] },
    { checks: [{ kind: "subject", text: "A fox", state: "maybe" }] },
  ])("a remark with %j", (change) => {
    expect(parseJudgement({ ...remark, ...change })).toBeNull();
  });

  test.each([
    { id: "" },
    { pairId: "" },
    { groups: [[""]] },
    { groups: ["a"] },
    { matches: [{ leftId: "", rightId: "c", chosenId: null }] },
    { matches: [{ leftId: "a", rightId: "", chosenId: null }] },
    { matches: [{ leftId: "a", rightId: "c", chosenId: "" }] },
    { at: "yesterday" },
  ])("a ranking with %j", (change) => {
    expect(parseJudgement({ ...ranking, ...change })).toBeNull();
  });
});
