import { describe, expect, it } from "vitest";
import { fitTogether } from "../geometry/fitting.ts";
import type { Size } from "../geometry/shapes.ts";
import { stageGeometry } from "../geometry/stage-geometry.ts";
import { INITIAL_VIEW, type ViewState } from "../geometry/view-state.ts";
import { createComparisonPainter, type Painting } from "./paint-comparison.ts";
import { createWorkCanvas } from "./work-canvas.ts";

type Colour = [red: number, green: number, blue: number];
type Draw = (context: OffscreenCanvasRenderingContext2D) => void;

function picture(width: number, height: number, draw: Colour | Draw): OffscreenCanvas {
  const context = createWorkCanvas({ width, height });
  if (typeof draw === "function") draw(context);
  else {
    context.fillStyle = `rgb(${draw.join(" ")})`;
    context.fillRect(0, 0, width, height);
  }
  return context.canvas;
}

interface Options extends Pick<Painting, "blinkSide" | "isFast"> {
  canvas?: Size;
}

/** Paints two frames on a canvas and returns a reader for its pixels. */
function paint(
  [left, right]: readonly [OffscreenCanvas, OffscreenCanvas],
  change: Partial<ViewState>,
  { canvas = { width: 200, height: 100 }, ...options }: Options = {},
) {
  const context = createWorkCanvas(canvas, { willReadFrequently: true });
  const view = { ...INITIAL_VIEW, ...change };
  const size = { canvas, pixelRatio: 1, fitted: fitTogether({ left, right }) };
  const geometry = stageGeometry(size, view);
  createComparisonPainter()(context, { pictures: { left, right }, geometry, view, ...options });
  return (x: number, y: number): number[] =>
    Array.from(context.getImageData(x, y, 1, 1).data.slice(0, 3));
}

const RED: Colour = [200, 0, 0];
const BLUE: Colour = [0, 0, 240];
const BLACK: Colour = [0, 0, 0];
const red = picture(200, 100, RED);
const blue = picture(200, 100, BLUE);

/** One white pixel in the middle of black. */
const dot = picture(200, 100, (context) => {
  context.fillStyle = "white";
  context.fillRect(100, 50, 1, 1);
});

describe("side by side", () => {
  it("shows each clip completely in its own half", () => {
    const at = paint([red, blue], { view: "side" });
    expect(at(5, 50)).toEqual(RED);
    expect(at(94, 50)).toEqual(RED);
    expect(at(99, 50)).toEqual(BLACK);
    expect(at(105, 50)).toEqual(BLUE);
    expect(at(50, 10)).toEqual(BLACK);
  });

  it("shows the same area of both when zoomed", () => {
    const at = paint([dot, dot], { view: "side", zoom: 10 });
    expect(at(53, 53)).toEqual([255, 255, 255]);
    expect(at(154, 53)).toEqual([255, 255, 255]);
  });
});

describe("the wipe", () => {
  it("splits the frame exactly at the divider", () => {
    const at = paint([red, blue], { view: "wipe", divider: 0.25 });
    expect(at(47, 50)).toEqual(RED);
    expect(at(49, 50)).toEqual([255, 255, 255]);
    expect(at(52, 50)).toEqual(BLUE);
  });

  it("splits top from bottom", () => {
    const at = paint([red, blue], { view: "wipe", divider: 0.7, isHorizontal: true });
    expect(at(100, 67)).toEqual(RED);
    expect(at(100, 72)).toEqual(BLUE);
  });

  it("shows one side alone at either end", () => {
    expect(paint([red, blue], { view: "wipe", divider: 0 })(3, 50)).toEqual(BLUE);
    expect(paint([red, blue], { view: "wipe", divider: 1 })(196, 50)).toEqual(RED);
  });
});

describe("the overlay", () => {
  it("draws the right clip over the left with the chosen opacity", () => {
    expect(paint([red, blue], { view: "overlay", opacity: 0 })(50, 50)).toEqual(RED);
    expect(paint([red, blue], { view: "overlay", opacity: 1 })(50, 50)).toEqual(BLUE);
    const [r = 0, g, b = 0] = paint([red, blue], { view: "overlay", opacity: 0.5 })(50, 50);
    expect(Math.abs(r - 100)).toBeLessThanOrEqual(1);
    expect(g).toBe(0);
    expect(Math.abs(b - 120)).toBeLessThanOrEqual(1);
  });

  it("includes black bars", () => {
    const square = picture(100, 100, BLUE);
    const at = paint([red, square], { view: "overlay", opacity: 1 });
    expect(at(20, 50)).toEqual(BLACK);
    expect(at(100, 50)).toEqual(BLUE);
  });
});

describe("blinking", () => {
  it("shows one clip at a time", () => {
    expect(paint([red, blue], { view: "blink" }, { blinkSide: "left" })(50, 50)).toEqual(RED);
    expect(paint([red, blue], { view: "blink" }, { blinkSide: "right" })(50, 50)).toEqual(BLUE);
  });
});

describe("the difference", () => {
  const left = picture(200, 100, [120, 40, 7]);
  const right = picture(200, 100, [110, 43, 7]);

  it("is exact whichever is brighter, and gain multiplies it exactly", () => {
    for (const gain of [1, 2, 4, 8, 16] as const) {
      const expected = [10 * gain, 3 * gain, 0];
      expect(paint([left, right], { view: "difference", gain })(50, 50)).toEqual(expected);
      expect(paint([right, left], { view: "difference", gain })(50, 50)).toEqual(expected);
    }
  });

  it("saturates at white", () => {
    const [r, , b] = paint([red, blue], { view: "difference", gain: 16 })(50, 50);
    expect([r, b]).toEqual([255, 255]);
  });

  it("is black for identical frames at every gain and size", () => {
    for (const zoom of [null, 1, 3.3]) {
      const at = paint([dot, dot], { view: "difference", gain: 16, zoom });
      expect([at(100, 50), at(101, 51), at(20, 20)]).toEqual([BLACK, BLACK, BLACK]);
    }
  });

  it("compares only brightness in luma mode", () => {
    const grey = paint([left, right], { view: "difference", gain: 16, isLumaOnly: true })(50, 50);
    // 0.3 · 10 − 0.59 · 3 = 1.23, rounded to whole pixel values.
    expect(new Set(grey).size).toBe(1);
    expect(grey[0]).toBeGreaterThanOrEqual(16);
    expect(grey[0]).toBeLessThanOrEqual(32);
    const green = picture(200, 100, [0, 59, 0]);
    const asBright = picture(200, 100, [116, 0, 0]);
    const same = paint([green, asBright], { view: "difference", isLumaOnly: true, gain: 1 })(
      50,
      50,
    );
    for (const value of same) expect(value).toBeLessThanOrEqual(1);
    expect(paint([green, asBright], { view: "difference", gain: 1 })(50, 50)).toEqual([116, 59, 0]);
  });

  it("is computed before enlarging", () => {
    const at = paint([dot, picture(200, 100, BLACK)], { view: "difference", gain: 1, zoom: 8 });
    // Pixel (100, 50) covers eight by eight, starting at the centre.
    expect(at(100, 50)).toEqual([255, 255, 255]);
    expect(at(107, 57)).toEqual([255, 255, 255]);
    expect(at(99, 50)).toEqual(BLACK);
    expect(at(108, 50)).toEqual(BLACK);
  });

  it("is placed like the frames, even on a canvas that was larger before", () => {
    const context = createWorkCanvas({ width: 200, height: 100 }, { willReadFrequently: true });
    const painter = createComparisonPainter();
    const pictures = { left: dot, right: picture(200, 100, BLACK) };
    for (const zoom of [1, 16]) {
      const view: ViewState = { ...INITIAL_VIEW, view: "difference", gain: 1, zoom };
      const canvas = { width: 200, height: 100 };
      const size = { canvas, pixelRatio: 1, fitted: fitTogether(pictures) };
      painter(context, { pictures, geometry: stageGeometry(size, view), view });
    }
    const lit = (x: number) => context.getImageData(x, 55, 1, 1).data[0];
    expect([lit(99), lit(100), lit(115), lit(116)]).toEqual([0, 255, 255, 0]);
  });
});

describe("zoom", () => {
  it("shows hard pixel edges from 200 %", () => {
    const at = paint([dot, dot], { view: "blink", zoom: 4 });
    expect(at(100, 50)).toEqual([255, 255, 255]);
    expect(at(103, 53)).toEqual([255, 255, 255]);
    expect([at(99, 50), at(104, 50), at(100, 49), at(100, 54)]).toEqual(Array(4).fill(BLACK));
  });

  it("shows pixels as they are at 1:1", () => {
    const at = paint([dot, dot], { view: "blink", zoom: 1 });
    expect(at(100, 50)).toEqual([255, 255, 255]);
    expect([at(99, 50), at(101, 50), at(100, 49), at(100, 51)]).toEqual(Array(4).fill(BLACK));
  });

  it("aligns frames of two sizes", () => {
    const small = picture(100, 50, (context) => {
      context.fillStyle = "white";
      context.fillRect(50, 25, 1, 1);
    });
    const large = picture(200, 100, (context) => {
      context.fillStyle = "white";
      context.fillRect(100, 50, 2, 2);
    });
    const at = paint([small, large], { view: "difference", zoom: 4, gain: 1 });
    for (const [x, y] of [
      [101, 51],
      [104, 54],
      [60, 30],
    ] as const) {
      // The smaller clip is enlarged smoothly, so its bright pixel bleeds slightly into its neighbours.
      expect(Math.max(...at(x, y))).toBeLessThanOrEqual(200);
    }
    expect(
      paint([small, large], { view: "blink", zoom: 4 }, { blinkSide: "left" })(103, 53),
    ).toEqual([255, 255, 255]);
    expect(
      paint([small, large], { view: "blink", zoom: 4 }, { blinkSide: "right" })(103, 53),
    ).toEqual([255, 255, 255]);
  });
});
