import { expect, it } from "vitest";
import { stageRatio } from "./stage-shape.ts";

it("gives two panes room above or beside each other, and one pane all of it", () => {
  expect(stageRatio(16 / 9, "side")).toBeCloseTo(16 / 18);
  expect(stageRatio(9 / 16, "side")).toBeCloseTo(18 / 16);
  expect(stageRatio(1, "side")).toBe(0.5);
  expect(stageRatio(16 / 9, "wipe")).toBeCloseTo(16 / 9);
});
