import { expect, it } from "vitest";
import { togglePick } from "./pick-two.ts";

it("picks two in order, unpicks, and lets a third replace the first", () => {
  expect(togglePick([], "a")).toEqual(["a"]);
  expect(togglePick(["a"], "b")).toEqual(["a", "b"]);
  expect(togglePick(["a", "b"], "a")).toEqual(["b"]);
  expect(togglePick(["a", "b"], "c")).toEqual(["b", "c"]);
});
