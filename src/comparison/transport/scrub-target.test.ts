import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameAtPointer, positionOf, sliderMove } from "./scrub-target.ts";

const strip = { left: 100, width: 400 };

describe("the frame under a pointer", () => {
  it("is the one at that position", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(), (frameCount, seed) => {
        const frame = seed % frameCount;
        const x =
          strip.left + (strip.width * Number.parseFloat(positionOf(frame, frameCount))) / 100;
        expect(frameAtPointer(x, strip, frameCount)).toBe(frame);
      }),
    );
  });

  it("is the first or last one outside the strip", () => {
    expect(frameAtPointer(-50, strip, 120)).toBe(0);
    expect(frameAtPointer(900, strip, 120)).toBe(119);
    expect(frameAtPointer(900, { left: 0, width: 0 }, 120)).toBe(0);
  });
});

it("moves by a frame, by a second, to the ends, or not at all", () => {
  const moves = (["ArrowLeft", "ArrowUp", "PageUp", "Home", "End", "x"] as const).map((key) =>
    sliderMove(key, false, 24),
  );
  expect(moves).toEqual([-1, 1, 24, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, null]);
  expect(sliderMove("ArrowRight", true, 29.97)).toBe(30);
  expect(sliderMove("ArrowLeft", true, 24)).toBe(-24);
  expect(sliderMove("ArrowDown", false, 24)).toBe(-1);
  expect(sliderMove("PageDown", false, 24)).toBe(-24);
});
