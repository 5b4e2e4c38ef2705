import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangePanes, fitScale } from "./arrangement.ts";
import { intersect } from "./shapes.ts";

const wide = { width: 1920, height: 1080 };
const tall = { width: 1080, height: 1920 };

describe("the layout of two panes", () => {
  it("places them beside or above each other, whichever shows more", () => {
    const corners = (canvas: typeof wide, frame: typeof wide) =>
      arrangePanes({ view: "side", canvas, frame, gap: 2 }).map(({ side, rect: { x, y } }) => [
        side,
        x,
        y,
      ]);
    expect(corners({ width: 1440, height: 520 }, wide)).toEqual([
      ["left", 0, 0],
      ["right", 721, 0],
    ]);
    expect(corners({ width: 375, height: 420 }, wide)).toEqual([
      ["left", 0, 0],
      ["right", 0, 211],
    ]);
    expect(corners({ width: 375, height: 420 }, tall)).toEqual([
      ["left", 0, 0],
      ["right", 189, 0],
    ]);
    // Both arrangements show the same amount.
    expect(corners({ width: 402, height: 402 }, { width: 100, height: 100 })).toEqual([
      ["left", 0, 0],
      ["right", 202, 0],
    ]);
  });

  it("uses one pane for every other view", () => {
    expect(arrangePanes({ view: "wipe", canvas: wide, frame: wide, gap: 2 })).toEqual([
      { side: "both", rect: { x: 0, y: 0, ...wide } },
    ]);
  });

  it("makes two equal panes without overlap, in the better arrangement", () => {
    const size = fc.record({
      width: fc.integer({ min: 10, max: 4000 }),
      height: fc.integer({ min: 10, max: 4000 }),
    });
    fc.assert(
      fc.property(size, size, (canvas, frame) => {
        const [left, right] = arrangePanes({ view: "side", canvas, frame, gap: 2 }).map(
          ({ rect }) => rect,
        );
        if (!left || !right) throw new Error("two panes");
        expect([left.width, left.height]).toEqual([right.width, right.height]);
        const { width, height } = intersect(left, right);
        expect(width * height).toBe(0);
        const across = { width: Math.floor((canvas.width - 2) / 2), height: canvas.height };
        const down = { width: canvas.width, height: Math.floor((canvas.height - 2) / 2) };
        const best = Math.max(fitScale(across, frame), fitScale(down, frame));
        expect(fitScale(left, frame)).toBe(best);
      }),
    );
  });
});
