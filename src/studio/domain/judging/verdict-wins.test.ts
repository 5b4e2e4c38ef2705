import { describe, expect, test } from "vitest";
import { NOON } from "#studio/testing/fixtures.ts";
import { aVerdict } from "#studio/testing/judgement-fixtures.ts";
import { type Judgement, type Ranking, rankingId } from "./judgement.ts";
import { chosenIds } from "./verdict-wins.ts";

const keep = (...judgements: Judgement[]) => new Map(judgements.map((each) => [each.id, each]));
const answer = (chosenId: string | null) => ({ chosenId, at: NOON });

function aRanking(...groups: string[][]): Ranking {
  return {
    kind: "ranking",
    id: rankingId("press"),
    pairId: "press",
    groups,
    matches: [],
    at: NOON,
  };
}

describe("chosen clips", () => {
  test("are those that a verdict prefers", () => {
    const open = aVerdict({ answers: { better: answer("pro") } });
    const tie = aVerdict({ leftId: "a", rightId: "b", answers: { better: answer(null) } });
    expect([...chosenIds(keep(open, tie))]).toEqual(["pro"]);
  });

  test("are not those of a blind verdict that an open one overrides", () => {
    const blind = aVerdict({ isBlind: true, revealedAt: NOON, answers: { looks: answer("std") } });
    expect([...chosenIds(keep(blind))]).toEqual(["std"]);
    const open = aVerdict({ answers: { better: answer("pro") } });
    expect([...chosenIds(keep(blind, open))]).toEqual(["pro"]);
  });

  test("are the best takes of a ranking, unless all are equal", () => {
    expect([...chosenIds(keep(aRanking(["a", "b"], ["c"])))]).toEqual(["a", "b"]);
    expect([...chosenIds(keep(aRanking(["a", "b", "c"])))]).toEqual([]);
    expect([...chosenIds(keep(aRanking()))]).toEqual([]);
  });
});
