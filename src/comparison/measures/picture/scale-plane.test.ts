import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonArea, sizeOfArea } from "./common-size.ts";
import { type LumaPlane, scalePlane } from "./scale-plane.ts";

function plane(
  width: number,
  height: number,
  valueAt: (x: number, y: number) => number,
): LumaPlane {
  const stride = width + 3;
  const offset = 5;
  const bytes = new Uint8Array(offset + stride * height).fill(200);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) bytes[offset + y * stride + x] = valueAt(x, y);
  }
  return { bytes, offset, stride, width, height, isFullRange: true };
}

describe("the common size", () => {
  it("has the same number of pixels for std and pro of one ratio", () => {
    const [std, pro] = [
      { width: 960, height: 960 },
      { width: 1440, height: 1440 },
    ];
    const area = commonArea([std, pro]);
    expect(sizeOfArea(std, area)).toEqual({ width: 360, height: 360 });
    expect(sizeOfArea(pro, area)).toEqual({ width: 360, height: 360 });
    expect(sizeOfArea({ width: 1920, height: 1080 }, area)).toEqual({ width: 480, height: 270 });
    expect(sizeOfArea({ width: 1080, height: 1920 }, area)).toEqual({ width: 270, height: 480 });
  });

  it("enlarges neither side", () => {
    const area = commonArea([
      { width: 320, height: 180 },
      { width: 1920, height: 1080 },
    ]);
    expect(sizeOfArea({ width: 320, height: 180 }, area)).toEqual({ width: 320, height: 180 });
    expect(sizeOfArea({ width: 1920, height: 1080 }, area)).toEqual({ width: 320, height: 180 });
  });
});

describe("scaling", () => {
  it("averages whole areas and fractions of pixels", () => {
    const steps = plane(3, 1, (x) => x * 90);
    expect([...scalePlane(steps, 3, 1).values]).toEqual([0, 90, 180]);
    // Each half of three pixels: one and a half.
    expect([...scalePlane(steps, 2, 1).values].map(Math.round)).toEqual([30, 150]);
    expect([...scalePlane(steps, 1, 1).values].map(Math.round)).toEqual([90]);
  });

  it("spreads the limited range of video over the full range", () => {
    const [black, grey, white] = [16, 125.5, 235].map(
      (value) => scalePlane({ ...plane(2, 2, () => value), isFullRange: false }, 1, 1).values[0],
    );
    expect([black, white]).toEqual([0, 255]);
    expect(grey).toBeCloseTo(127, 0);
  });

  it("keeps the mean of the image at any size", () => {
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 1, max: 23 }),
          height: fc.integer({ min: 1, max: 17 }),
          toWidth: fc.integer({ min: 1, max: 23 }),
          toHeight: fc.integer({ min: 1, max: 17 }),
          seed: fc.integer({ min: 1, max: 97 }),
        }),
        ({ width, height, toWidth, toHeight, seed }) => {
          const source = plane(width, height, (x, y) => (x * 31 + y * seed) % 251);
          let sum = 0;
          for (let y = 0; y < height; y += 1) {
            for (let x = 0; x < width; x += 1) sum += (x * 31 + y * seed) % 251;
          }
          const { values } = scalePlane(
            source,
            Math.min(toWidth, width),
            Math.min(toHeight, height),
          );
          const mean = values.reduce((total, each) => total + each, 0) / values.length;
          expect(mean).toBeCloseTo(sum / (width * height), 2);
        },
      ),
    );
  });
});
