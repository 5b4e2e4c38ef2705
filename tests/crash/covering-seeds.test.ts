import { describe, expect, test } from "vitest";
import { chooseSeeds, drawSituations } from "./covering-seeds.ts";

test("chooses seeds until every situation occurs, the one that adds most first", () => {
  const situations = new Map([
    [1, new Set(["a"])],
    [2, new Set(["a", "b"])],
    [3, new Set(["b", "c"])],
    [4, new Set(["d"])],
  ]);
  expect(chooseSeeds(situations)).toEqual([2, 3, 4]);
});

describe("the trials of tabs", () => {
  const situations = drawSituations("tabs");
  const covered = new Set(
    chooseSeeds(situations).flatMap((seed) => [...(situations.get(seed) ?? [])]),
  );

  test.each(["click", "double-click", "enter-and-click", "two-tabs", "both"])(
    "disrupt a %s in every way",
    (how) => {
      const kinds = ["nothing", "crash", "close", "reload", "freeze", "crash-point"];
      expect([...covered]).toEqual(
        expect.arrayContaining(kinds.map((kind) => `${how}, then ${kind}`)),
      );
    },
  );

  test("crash a page at each of its first 14 operations", () => {
    const crashes = Array.from(
      { length: 14 },
      (_, index) => `a crash at operation ${index + 1} of a press`,
    );
    expect([...covered]).toEqual(expect.arrayContaining(crashes));
  });

  test("meet every fault of a create, whether it is applied or not", () => {
    const faults = ["reset", "truncated", "silent", "status", "html"];
    const others = ["lost", "late", "duplicate", "refused", "slow", "none"];
    const expected = [...faults, ...faults.map((kind) => `${kind}, and is applied`), ...others];
    expect([...covered]).toEqual(
      expect.arrayContaining(expected.map((kind) => `a create meets ${kind}`)),
    );
  });
});
