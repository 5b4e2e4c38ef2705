import { expect, it } from "vitest";
import { layOutSheet, sheetFrames } from "./sheet-layout.ts";

it("samples from the first frame to the last without repeats", () => {
  expect(sheetFrames({ startFrame: 0, endFrame: 119 }, 6)).toEqual([0, 24, 48, 71, 95, 119]);
  expect(sheetFrames({ startFrame: 10, endFrame: 12 }, 6)).toEqual([10, 11, 12]);
  expect(sheetFrames({ startFrame: 5, endFrame: 5 }, 6)).toEqual([5]);
});

it("shrinks frames until all fit", () => {
  const { size, cell } = layOutSheet({ width: 1920, height: 1080 }, 12);
  expect(size).toEqual({ width: 12 * 316 + 11 * 4, height: 3 * 25 + 2 * 178 });
  expect(cell("left", 0).scale).toBe(316 / 1920);
  expect(layOutSheet({ width: 320, height: 180 }, 4).cell("left", 0).scale).toBe(1);
});

it("puts a name above and below, and the times between the two rows", () => {
  const { size, names, time, cell } = layOutSheet({ width: 400, height: 300 }, 2);
  expect(size).toEqual({ width: 804, height: 726 });
  expect(names).toEqual({
    left: { x: 0, y: 0, width: 804, height: 42 },
    right: { x: 0, y: 684, width: 804, height: 42 },
  });
  expect(time(1)).toEqual({ x: 404, y: 342, width: 400, height: 42 });
  expect([cell("left", 1), cell("right", 1)]).toEqual([
    { x: 404, y: 42, scale: 1 },
    { x: 404, y: 384, scale: 1 },
  ]);
});

it("keeps the bars legible on small pictures and low on large ones", () => {
  const barOf = (width: number, height: number) => layOutSheet({ width, height }, 2).time(0).height;
  expect([barOf(100, 100), barOf(1000, 1000), barOf(300, 900)]).toEqual([20, 56, 42]);
});
