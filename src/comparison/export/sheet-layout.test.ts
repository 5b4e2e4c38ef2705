import { expect, it } from "vitest";
import { layOutSheet, sheetFrames } from "./sheet-layout.ts";

it("samples from the first frame to the last without repeats", () => {
  expect(sheetFrames({ startFrame: 0, endFrame: 119 }, 6)).toEqual([0, 24, 48, 71, 95, 119]);
  expect(sheetFrames({ startFrame: 10, endFrame: 12 }, 6)).toEqual([10, 11, 12]);
  expect(sheetFrames({ startFrame: 5, endFrame: 5 }, 6)).toEqual([5]);
});

it("shrinks frames until all fit", () => {
  const { size, cell } = layOutSheet({ width: 1920, height: 1080 }, 12);
  expect(size.width).toBeLessThanOrEqual(3840);
  expect(cell("left", 0).scale).toBeCloseTo(316 / 1920);
  expect(layOutSheet({ width: 320, height: 180 }, 4).cell("left", 0).scale).toBe(1);
});
