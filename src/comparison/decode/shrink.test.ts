import { describe, expect, it } from "vitest";
import { shrink, sketchFactors } from "./shrink.ts";

/** An 8 × 4 frame with a dark left half, a light right half, and padded rows. */
function aFrame(format: "I420" | "NV12" | "RGBA") {
  const stride = 10;
  const buffer = new Uint8Array(stride * 4 + 100);
  for (let y = 0; y < 4; y += 1) buffer.fill(200, y * stride + 4, y * stride + 8);
  const chroma = stride * 4;
  const layout =
    format === "NV12"
      ? [
          { offset: 0, stride },
          { offset: chroma, stride: 8 },
        ]
      : [
          { offset: 0, stride },
          { offset: chroma, stride: 4 },
          { offset: chroma + 8, stride: 4 },
        ];
  if (format === "NV12") for (let at = 0; at < 16; at += 2) buffer.set([50, 60], chroma + at);
  else buffer.fill(50, chroma, chroma + 8).fill(60, chroma + 8, chroma + 16);
  return {
    buffer: buffer.buffer,
    init: { format, layout, codedWidth: 8, codedHeight: 4, timestamp: 7 },
  };
}

describe("sketches", () => {
  it("have fewer pixels and are drawn at the same size", () => {
    const sketch = shrink(aFrame("I420"), 2);
    expect([...new Uint8Array(sketch?.buffer ?? new ArrayBuffer(0))]).toEqual([
      0, 0, 200, 200, 0, 0, 200, 200, 50, 50, 60, 60,
    ]);
    expect(sketch?.init).toMatchObject({
      codedWidth: 4,
      codedHeight: 2,
      displayWidth: 8,
      displayHeight: 4,
      timestamp: 7,
    });
  });

  it("keep adjacent colours apart", () => {
    const sketch = shrink(aFrame("NV12"), 2);
    expect([...new Uint8Array(sketch?.buffer ?? new ArrayBuffer(0))].slice(8)).toEqual([
      50, 60, 50, 60,
    ]);
    expect(sketch?.init.layout).toEqual([
      { offset: 0, stride: 4 },
      { offset: 8, stride: 4 },
    ]);
  });

  it("are not made from other pixel layouts", () => {
    expect(shrink(aFrame("RGBA"), 2)).toBeNull();
  });

  it("are made for both clips or neither, at about the same resolution", () => {
    const budgets = { full: 1500, sketches: 150 };
    const clip = (width: number, height: number, frameCount: number) => ({
      width,
      height,
      frameCount,
    });
    const small = clip(10, 10, 10);
    expect(sketchFactors({ left: small, right: small }, budgets)).toBeNull();
    expect(sketchFactors({ left: small, right: clip(10, 10, 11) }, budgets)).toEqual({
      left: 4,
      right: 4,
    });
    const factors = sketchFactors({ left: clip(20, 20, 30), right: small }, budgets);
    expect(factors).toEqual({ left: 11, right: 6 });
  });
});
