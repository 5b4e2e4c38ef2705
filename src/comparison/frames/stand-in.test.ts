import { expect, it } from "vitest";
import { standInFor } from "./stand-in.ts";

it("replaces a left-out frame with the last good one before it, or else the first good one", () => {
  const standIns = (...leftOut: number[]) =>
    [0, 1, 2, 3, 4].map((frame) => standInFor(frame, new Set(leftOut), 5));
  expect(standIns()).toEqual([0, 1, 2, 3, 4]);
  expect(standIns(2, 3)).toEqual([0, 1, 1, 1, 4]);
  expect(standIns(0, 1)).toEqual([2, 2, 2, 3, 4]);
  expect(standIns(0, 1, 2, 3, 4)).toEqual([4, 4, 4, 4, 4]);
});
