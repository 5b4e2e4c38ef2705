import { describe, expect, it } from "vitest";
import { aCompletedEntry, atSecond } from "#studio/testing/fixtures.ts";
import { chooseSides, listPairs } from "./sides.ts";

function half(id: string, mode: "std" | "pro", pairId: string, second: number) {
  return aCompletedEntry({
    id,
    pairId,
    preparedAt: atSecond(second),
    request: { prompt: "Sea", mode },
  });
}

const entries = [
  half("p2", "pro", "two", 60),
  half("s2", "std", "two", 60),
  half("p1", "pro", "one", 0),
  half("s1", "std", "one", 0),
  half("lonely", "std", "three", -60),
];

describe("which two are compared", () => {
  it("takes the latest pair where the address names none", () => {
    expect(chooseSides("", entries)).toMatchObject({
      kind: "both",
      left: { id: "s2" },
      right: { id: "p2" },
    });
    expect(chooseSides("", [])).toBeNull();
  });

  it("takes any two that the address names, in its order", () => {
    expect(chooseSides("left=p1&right=lonely", entries)).toMatchObject({
      kind: "both",
      left: { id: "p1" },
      right: { id: "lonely" },
    });
  });

  it("does not put another in the place of one that is missing", () => {
    expect(chooseSides("left=p1&right=gone", entries)).toEqual({ kind: "incomplete" });
    expect(chooseSides("left=p1", entries)).toEqual({ kind: "incomplete" });
  });

  it("lists whole pairs only, once each, the newest first", () => {
    expect(listPairs(entries).map(({ std, pro }) => [std.id, pro.id])).toEqual([
      ["s2", "p2"],
      ["s1", "p1"],
    ]);
  });
});
