import { describe, expect, it } from "vitest";
import { parseCompareAddress } from "#comparison/link/compare-address.ts";
import { mapSides } from "#comparison/sides.ts";
import { compareHref } from "#studio/domain/paths.ts";
import { aCompletedEntry, atSecond, aWatchedEntry } from "#studio/testing/fixtures.ts";
import {
  chooseSides,
  chosenEntries,
  clipOf,
  keyOf,
  listPairs,
  type SideFiles,
} from "./choose-sides.ts";

function half(
  id: string,
  mode: "std" | "pro",
  { pairId, second }: { pairId: string; second: number },
) {
  return aCompletedEntry({
    id,
    pairId,
    preparedAt: atSecond(second),
    request: { prompt: "Sea", mode },
  });
}

const entries = [
  half("p2", "pro", { pairId: "two", second: 60 }),
  half("s2", "std", { pairId: "two", second: 60 }),
  half("p1", "pro", { pairId: "one", second: 0 }),
  half("s1", "std", { pairId: "one", second: 0 }),
  half("lonely", "std", { pairId: "three", second: -60 }),
];
const choose = (search: string, files?: SideFiles) =>
  chooseSides(parseCompareAddress(search).keys, entries, files);
const ids = (search: string) => chosenEntries(choose(search)).map(({ id }) => id);

describe("the choice of the two sides", () => {
  it("is the latest pair if the address contains none", () => {
    expect(ids("")).toEqual(["s2", "p2"]);
    expect(chooseSides({ left: null, right: null }, [])).toEqual({
      left: { kind: "empty" },
      right: { kind: "empty" },
    });
  });

  it("is any two clips in the address, in its order", () => {
    expect(ids("left=p1&right=lonely")).toEqual(["p1", "lonely"]);
  });

  it("does not replace a missing clip with another", () => {
    expect(choose("left=p1&right=gone").right).toEqual({ kind: "missing" });
    expect(choose("left=p1").right).toEqual({ kind: "empty" });
  });

  it("requires a file again once it is gone from memory", () => {
    const file = new File(["clip"], "cut.mp4");
    const files = { left: null, right: file };
    expect(choose("left=s1&right=file", files).right).toEqual({ kind: "file", file });
    expect(choose("left=s1&right=file").right).toEqual({ kind: "file", file: null });
  });

  it("round-trips through the address", () => {
    for (const search of ["left=p1&right=lonely", "left=file&right=s2", "left=s1&right="]) {
      const keys = mapSides(choose(search), keyOf);
      expect(compareHref(keys.left, keys.right)).toBe(`/compare?${search}`);
    }
  });

  it("lists only complete pairs, once each, newest first", () => {
    expect(listPairs(entries).map(({ std, pro }) => [std.id, pro.id])).toEqual([
      ["s2", "p2"],
      ["s1", "p1"],
    ]);
  });

  it("finds a clip only if there is one", () => {
    expect(clipOf(half("s", "std", { pairId: "x", second: 0 }))?.src).toBe(
      "/api/generations/kirin-s/clips/0",
    );
    expect(clipOf(aWatchedEntry())).toBeNull();
  });
});
