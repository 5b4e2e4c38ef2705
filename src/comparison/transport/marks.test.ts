import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dragMark, type Mark, setMark } from "./marks.ts";

const COUNT = 120;
const frames = fc.integer({ min: -10, max: COUNT + 10 });
const marks = fc.constantFrom<Mark>("start", "end");
const regions = fc
  .tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1))
  .map(([a, b]) => ({ startFrame: Math.min(a, b), endFrame: Math.max(a, b) }));

const at = (mark: Mark, frame: number) => ({ mark, frame, frameCount: COUNT });

describe("the marks of a loop", () => {
  it("enclose the range when set one after the other", () => {
    const start = setMark(null, at("start", 24));
    expect(start).toEqual({ startFrame: 24, endFrame: 119 });
    expect(setMark(start, at("end", 48))).toEqual({ startFrame: 24, endFrame: 48 });
    expect(setMark(null, at("end", 48))).toEqual({ startFrame: 0, endFrame: 48 });
  });

  it("move one end and keep the other, down to a single frame", () => {
    const region = { startFrame: 24, endFrame: 48 };
    expect(setMark(region, at("start", 30))).toEqual({ startFrame: 30, endFrame: 48 });
    expect(setMark(region, at("start", 48))).toEqual({ startFrame: 48, endFrame: 48 });
    expect(setMark(region, at("end", 40))).toEqual({ startFrame: 24, endFrame: 40 });
    expect(setMark(region, at("end", 24))).toEqual({ startFrame: 24, endFrame: 24 });
  });

  it("restart the range when one is set beyond the other", () => {
    const region = { startFrame: 24, endFrame: 48 };
    expect(setMark(region, at("start", 60))).toEqual({ startFrame: 60, endFrame: 119 });
    expect(setMark(region, at("end", 12))).toEqual({ startFrame: 0, endFrame: 12 });
  });

  it("stop at each other when they are dragged", () => {
    const region = { startFrame: 24, endFrame: 48 };
    expect(dragMark(region, at("start", 60))).toEqual({ startFrame: 48, endFrame: 48 });
    expect(dragMark(region, at("end", -9))).toEqual({ startFrame: 24, endFrame: 24 });
  });

  it("are always ordered and inside the clip", () => {
    fc.assert(
      fc.property(fc.option(regions), marks, fc.tuple(frames, frames), (region, mark, moves) => {
        const [set, dragged] = moves;
        const first = setMark(region, at(mark, set));
        for (const { startFrame, endFrame } of [first, dragMark(first, at(mark, dragged))]) {
          expect(startFrame).toBeGreaterThanOrEqual(0);
          expect(endFrame).toBeGreaterThanOrEqual(startFrame);
          expect(endFrame).toBeLessThan(COUNT);
        }
      }),
    );
  });
});
