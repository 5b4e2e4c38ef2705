import { describe, expect, test } from "vitest";
import { allSelected, extended, NOTHING_SELECTED, type Selection, toggled } from "./selection.ts";

const SHOWN = ["a", "b", "c", "d", "e"];
const select = (...ids: string[]): Selection => ids.reduce(toggled, NOTHING_SELECTED);

test("keeps the order in which clips were selected", () => {
  expect(select("c", "a", "b").ids).toEqual(["c", "a", "b"]);
});

test("deselects a clip that is selected", () => {
  expect(select("c", "a", "c").ids).toEqual(["a"]);
});

describe("a range", () => {
  test.each([
    [["b"], "d", ["b", "c", "d"]],
    [["d"], "b", ["d", "c", "b"]],
    [["e", "b"], "c", ["e", "b", "c"]],
    [[], "c", ["c"]],
    [["gone"], "c", ["gone", "c"]],
  ])("from %j to %s selects %j", (before, to, ids) => {
    expect(extended(select(...before), to, SHOWN).ids).toEqual(ids);
  });

  test("starts where the last one started", () => {
    const first = extended(select("b"), "d", SHOWN);
    expect(extended(first, "a", SHOWN).ids).toEqual(["b", "c", "d", "a"]);
  });
});

test("selects everything that is shown", () => {
  expect(allSelected(SHOWN)).toEqual({ ids: SHOWN, anchorId: "a" });
  expect(allSelected([])).toEqual(NOTHING_SELECTED);
});
