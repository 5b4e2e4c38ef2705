import { describe, expect, it } from "vitest";
import { contains, intersect } from "./shapes.ts";

const box = { x: 10, y: 20, width: 100, height: 50 };

describe("the intersection of two rectangles", () => {
  it("is what both cover, whichever comes first", () => {
    const other = { x: 60, y: 50, width: 200, height: 100 };
    const common = { x: 60, y: 50, width: 50, height: 20 };
    expect(intersect(box, other)).toEqual(common);
    expect(intersect(other, box)).toEqual(common);
  });

  it("is empty if they lie beside or above each other", () => {
    expect(intersect(box, { ...box, x: 500 }).width).toBe(0);
    expect(intersect(box, { ...box, y: 500 }).height).toBe(0);
  });
});

it("contains the points of its left and top edges, and none of its right and bottom edges", () => {
  const inside = [
    [10, 20],
    [109, 69],
    [60, 45],
  ] as const;
  const outside = [
    [9, 45],
    [110, 45],
    [60, 19],
    [60, 70],
  ] as const;
  expect(inside.map(([x, y]) => contains(box, { x, y }))).toEqual([true, true, true]);
  expect(outside.map(([x, y]) => contains(box, { x, y }))).toEqual([false, false, false, false]);
});
