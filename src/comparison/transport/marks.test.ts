import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dragMark, type Mark, setMark } from "./marks.ts";

const COUNT = 120;
const frames = fc.integer({ min: -10, max: COUNT + 10 });
const marks = fc.constantFrom<Mark>("start", "end");
const regions = fc
  .tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1))
  .map(([a, b]) => ({ startFrame: Math.min(a, b), endFrame: Math.max(a, b) }));

describe("the marks of a loop", () => {
  it("enclose the range when set one after the other", () => {
    const start = setMark(null, "start", 24, COUNT);
    expect(start).toEqual({ startFrame: 24, endFrame: 119 });
    expect(setMark(start, "end", 48, COUNT)).toEqual({ startFrame: 24, endFrame: 48 });
    expect(setMark(null, "end", 48, COUNT)).toEqual({ startFrame: 0, endFrame: 48 });
  });

  it("restart the range when one is set beyond the other", () => {
    const region = { startFrame: 24, endFrame: 48 };
    expect(setMark(region, "start", 60, COUNT)).toEqual({ startFrame: 60, endFrame: 119 });
    expect(setMark(region, "end", 12, COUNT)).toEqual({ startFrame: 0, endFrame: 12 });
  });

  it("stop at each other when they are dragged", () => {
    const region = { startFrame: 24, endFrame: 48 };
    expect(dragMark(region, "start", 60, COUNT)).toEqual({ startFrame: 48, endFrame: 48 });
    expect(dragMark(region, "end", -9, COUNT)).toEqual({ startFrame: 24, endFrame: 24 });
  });

  it("are always ordered and inside the clip", () => {
    fc.assert(
      fc.property(fc.option(regions), marks, frames, frames, (region, mark, set, dragged) => {
        const first = setMark(region, mark, set, COUNT);
        for (const { startFrame, endFrame } of [first, dragMark(first, mark, dragged, COUNT)]) {
          expect(startFrame).toBeGreaterThanOrEqual(0);
          expect(endFrame).toBeGreaterThanOrEqual(startFrame);
          expect(endFrame).toBeLessThan(COUNT);
        }
      }),
    );
  });
});
