import { afterEach, describe, expect, it } from "vitest";
import type { ShownFrames } from "../engine/comparison.ts";
import { fitTogether } from "../geometry/fitting.ts";
import type { Size } from "../geometry/shapes.ts";
import { createPairPixels } from "./pair-pixels.ts";
import { createWorkCanvas } from "./work-canvas.ts";

const open: VideoFrame[] = [];

afterEach(() => {
  for (const frame of open.splice(0)) frame.close();
});

/** A frame of black and white columns, one pixel wide. `display` is its declared display size. */
function aFrame(size: Size, display: Size = size): VideoFrame {
  const context = createWorkCanvas(size);
  context.fillStyle = "white";
  for (let x = 0; x < size.width; x += 2) context.fillRect(x, 0, 1, size.height);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  const frame = new VideoFrame(data, {
    format: "RGBX",
    timestamp: 0,
    codedWidth: size.width,
    codedHeight: size.height,
    displayWidth: display.width,
    displayHeight: display.height,
  });
  open.push(frame);
  return frame;
}

function aPair(left: VideoFrame, right: VideoFrame): ShownFrames {
  return { frame: 0, left: { index: 0, image: left }, right: { index: 0, image: right } };
}

/** The contrast within a row: 255 for single-pixel columns. */
function contrast(canvas: OffscreenCanvas): number {
  const row = canvas.getContext("2d")?.getImageData(0, 4, canvas.width, 1).data ?? [];
  const reds = Array.from(row).filter((_, index) => index % 4 === 0);
  return Math.max(...reds) - Math.min(...reds);
}

const large = { width: 64, height: 32 };
const small = { width: 32, height: 16 };

describe("copied frames of a pair", () => {
  it("have exactly the pixels of the clips, each at its own size", () => {
    const fitted = fitTogether({ left: small, right: large });
    const pixels = createPairPixels(fitted);
    const shown = aPair(aFrame(small), aFrame(large));
    expect(pixels.read(shown, "right", { x: 2, y: 3.9 })).toEqual({
      x: 2,
      y: 3,
      red: 255,
      green: 255,
      blue: 255,
    });
    expect(pixels.read(shown, "right", { x: 3, y: 3 })).toMatchObject({ x: 3, red: 0 });
    expect(pixels.read(shown, "left", { x: 3, y: 3 })).toMatchObject({ x: 1, y: 1, red: 0 });
    expect(pixels.read(shown, "left", { x: 64, y: 3 })).toBe("beside");
    expect(contrast(pixels.picturesOf(shown).left)).toBe(255);
  });

  it("stay while the next pair is missing", () => {
    const pixels = createPairPixels(fitTogether({ left: large, right: large }));
    const shown = aPair(aFrame(large), aFrame(large));
    expect(pixels.picturesOf(shown).left.width).toBe(64);
    expect(contrast(pixels.picturesOf(null).left)).toBe(255);
  });

  it("release their memory and are recreated on demand", () => {
    const pixels = createPairPixels(fitTogether({ left: large, right: large }));
    const shown = aPair(aFrame(large), aFrame(large));
    const { left } = pixels.picturesOf(shown);
    pixels.release();
    expect(left.width).toBe(1);
    expect(contrast(pixels.picturesOf(shown).left)).toBe(255);
  });

  it("are as small as previews, for which no pixel values are reported", () => {
    const pixels = createPairPixels(fitTogether({ left: large, right: large }));
    const shown = aPair(aFrame({ width: 16, height: 8 }, large), aFrame(large));
    const { left, right } = pixels.picturesOf(shown);
    expect([left.width, right.width]).toEqual([16, 64]);
    expect(pixels.read(shown, "left", { x: 3, y: 3 })).toBeNull();
    const whole = aPair(aFrame(large), shown.right.image);
    expect(pixels.picturesOf(whole).left.width).toBe(64);
    expect(pixels.read(whole, "left", { x: 3, y: 3 })).toMatchObject({ red: 0 });
  });
});

describe("judged blind", () => {
  it("copies both clips at the same size, without the finer detail of the larger clip", () => {
    const pixels = createPairPixels(fitTogether({ left: large, right: small }, true), {
      isBlind: true,
    });
    const { left, right } = pixels.picturesOf(aPair(aFrame(large), aFrame(small)));
    expect([left.width, left.height]).toEqual([right.width, right.height]);
    expect(contrast(left)).toBeLessThan(40);
    expect(contrast(right)).toBe(255);
  });

  it("copies them again at full resolution once paused", () => {
    let isPlaying = true;
    const fitted = fitTogether({ left: { width: 200, height: 100 }, right: small }, true);
    const pixels = createPairPixels(fitted, { isBlind: true, isPlaying: () => isPlaying });
    const shown = aPair(aFrame({ width: 200, height: 100 }), aFrame(small));
    const copy = () => {
      const { data } =
        pixels.picturesOf(shown).left.getContext("2d")?.getImageData(0, 0, 32, 1) ?? {};
      return Array.from(data ?? []);
    };
    const [quick, again] = [copy(), copy()];
    expect(again).toEqual(quick);
    isPlaying = false;
    const fine = copy();
    expect(fine).not.toEqual(quick);
    isPlaying = true;
    expect(copy()).toEqual(fine);
  });

  it("reduces both to the resolution of a preview on one side", () => {
    const pixels = createPairPixels(fitTogether({ left: small, right: large }, true), {
      isBlind: true,
    });
    const sketch = aFrame({ width: 16, height: 8 }, large);
    const full = aFrame(small);
    const sketched = pixels.picturesOf(aPair(full, sketch));
    expect(contrast(sketched.left)).toBeLessThan(40);
    expect(sketched.left.width).toBe(32);
    const whole = pixels.picturesOf(aPair(full, aFrame(large)));
    expect(contrast(whole.left)).toBe(255);
  });
});
