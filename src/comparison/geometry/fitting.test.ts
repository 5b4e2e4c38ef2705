import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedSides, fitTogether } from "./fitting.ts";

const hd = { width: 1280, height: 720 };
const fullHd = { width: 1920, height: 1080 };
const square = { width: 720, height: 720 };
const sizes = fc.record({
  width: fc.integer({ min: 16, max: 4096 }),
  height: fc.integer({ min: 16, max: 4096 }),
});

describe("two sizes in one frame", () => {
  it("enlarges the smaller clip to the larger one's size", () => {
    const fitted = fitTogether({ left: hd, right: fullHd });
    expect(fitted.frame).toEqual(fullHd);
    expect(fitted.left).toMatchObject({ rect: { x: 0, y: 0, ...fullHd }, scale: 1.5 });
    expect(changedSides(fitted)).toEqual(["left"]);
    const swapped = fitTogether({ left: fullHd, right: hd });
    expect(swapped.frame).toEqual(fullHd);
    expect(changedSides(swapped)).toEqual(["right"]);
  });

  it("takes the left clip's shape if both have as many pixels", () => {
    const upright = { width: 720, height: 1280 };
    expect(fitTogether({ left: hd, right: upright }).frame).toEqual(hd);
    expect(fitTogether({ left: upright, right: hd }).frame).toEqual(upright);
  });

  it("adds black bars for another aspect ratio", () => {
    const fitted = fitTogether({ left: square, right: hd });
    expect(fitted.left).toMatchObject({
      rect: { x: 280, y: 0, ...square },
      scale: 1,
      hasBars: true,
    });
    expect(changedSides(fitted)).toEqual(["left"]);
  });

  it("treats sizes rounded to whole pixels as the same ratio", () => {
    const fitted = fitTogether({ left: { width: 854, height: 480 }, right: hd });
    expect(fitted.left.hasBars).toBe(false);
    expect(fitted.left.rect).toEqual({ x: 0, y: 0, ...hd });
  });

  it("shows both at the smaller size in blind judging", () => {
    const fitted = fitTogether({ left: fullHd, right: hd }, true);
    expect(fitted.frame).toEqual(hd);
    expect(fitted.left.rect).toEqual(fitted.right.rect);
    const small = { width: 640, height: 360 };
    expect(fitTogether({ left: small, right: hd }, true).frame).toEqual(small);
  });

  it.each([
    ["two pro clips", fullHd, hd],
    ["two std clips", hd, hd],
    ["two upright pro clips", { width: 1080, height: 1920 }, { width: 720, height: 1280 }],
    ["two square pro clips", { width: 1440, height: 1440 }, { width: 960, height: 960 }],
  ])("shows %s as large as any other pair of that ratio in blind judging", (_, clip, frame) => {
    expect(fitTogether({ left: clip, right: clip }, true).frame).toEqual(frame);
  });

  it("leaves two clips of the same size unchanged", () => {
    expect(changedSides(fitTogether({ left: hd, right: hd }))).toEqual([]);
  });

  it("keeps every clip whole, centred, and in its own ratio", () => {
    fc.assert(
      fc.property(sizes, sizes, fc.boolean(), (left, right, isBlind) => {
        const { frame, ...fitted } = fitTogether({ left, right }, isBlind);
        for (const { own, rect, scale } of [fitted.left, fitted.right]) {
          expect(rect.x).toBeGreaterThanOrEqual(0);
          expect(rect.y).toBeGreaterThanOrEqual(0);
          expect(rect.x + rect.width).toBeLessThanOrEqual(frame.width);
          expect(rect.y + rect.height).toBeLessThanOrEqual(frame.height);
          expect(Math.abs(frame.width - rect.width - 2 * rect.x)).toBeLessThanOrEqual(1);
          expect(Math.abs(frame.height - rect.height - 2 * rect.y)).toBeLessThanOrEqual(1);
          // It is stretched by up to one percent rather than given bars of one pixel.
          expect(Math.abs(rect.width - own.width * scale)).toBeLessThanOrEqual(
            1 + 0.01 * frame.width,
          );
          expect(Math.abs(rect.height - own.height * scale)).toBeLessThanOrEqual(
            1 + 0.01 * frame.height,
          );
        }
      }),
    );
  });
});
