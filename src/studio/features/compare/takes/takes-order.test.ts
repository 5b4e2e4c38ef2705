import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countModeWins, moveTake, placeTakes } from "./takes-order.ts";

const ids = ["a", "b", "c", "d"];
const ranksOf = (groups: readonly (readonly string[])[]) =>
  placeTakes(ids, groups).map(({ id, rank }) => `${id}${rank ?? "-"}`);

describe("the list", () => {
  test("gives ties one rank, and lists new takes last without a rank", () => {
    expect(ranksOf([["c"], ["a", "b"]])).toEqual(["c1", "a2", "b2", "d-"]);
    expect(ranksOf([["b", "a"], ["d"]])).toEqual(["b1", "a1", "d3", "c-"]);
    expect(ranksOf([])).toEqual(["a-", "b-", "c-", "d-"]);
  });

  test("skips deleted takes", () => {
    expect(ranksOf([["gone"], ["d", "gone too"], ["a"]])).toEqual(["d1", "a2", "b-", "c-"]);
  });

  test("ranks a moved take alone, and keeps ties unless it is moved between them", () => {
    const placed = placeTakes(ids, [["a", "b"], ["c"], ["d"]]);
    expect(moveTake(placed, "d", 0)).toEqual([["d"], ["a", "b"], ["c"]]);
    expect(moveTake(placed, "d", 1)).toEqual([["a"], ["d"], ["b"], ["c"]]);
    expect(moveTake(placed, "d", 2)).toEqual([["a", "b"], ["d"], ["c"]]);
    expect(moveTake(placed, "a", 3)).toEqual([["b"], ["c"], ["d"], ["a"]]);
  });

  test("keeps all takes for any move, with the moved one in its new position", () => {
    const groupings = fc
      .tuple(fc.shuffledSubarray(ids), fc.array(fc.integer({ min: 1, max: 3 })))
      .map(([some, sizes]) => {
        const left = [...some];
        return [...sizes.map((size) => left.splice(0, size)), left];
      });
    fc.assert(
      fc.property(groupings, fc.constantFrom(...ids), fc.nat(3), (groups, id, to) => {
        const moved = moveTake(placeTakes(ids, groups), id, to);
        expect(moved.flat().sort()).toEqual(ids);
        expect(moved.flat()[to]).toBe(id);
        expect(moved.every((group) => group.length > 0)).toBe(true);
      }),
    );
  });
});

test("counts each pairing of a std take with a pro take once", () => {
  const placed = placeTakes(ids, [["a"], ["b", "c"], ["d"]]);
  const modeOf = (id: string) => (id === "a" || id === "c" ? ("pro" as const) : ("std" as const));
  expect(countModeWins(placed, modeOf)).toEqual({ pro: 3, std: 0, equal: 1 });
  expect(countModeWins(placeTakes(ids, [["a"]]), modeOf)).toEqual({ pro: 0, std: 0, equal: 0 });
});
