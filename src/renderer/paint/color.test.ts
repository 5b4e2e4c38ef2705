import { expect, test } from "vitest";
import { css, hex, luma, mix, shade, smoothstep } from "./color.ts";

test("reads the three parts of a hex colour", () => {
  expect(hex("#0180ff")).toEqual([1, 128, 255]);
});

test("mixes two colours by share", () => {
  expect(mix([0, 100, 200], [100, 50, 200], 0)).toEqual([0, 100, 200]);
  expect(mix([0, 100, 200], [100, 50, 200], 0.25)).toEqual([25, 87.5, 200]);
  expect(mix([0, 100, 200], [100, 50, 200], 1)).toEqual([100, 50, 200]);
});

test("shades every part by the same factor", () => {
  expect(shade([10, 20, 40], 0.5)).toEqual([5, 10, 20]);
});

test("green looks brightest and blue darkest, and white has full brightness", () => {
  const [red, green, blue] = [luma([255, 0, 0]), luma([0, 255, 0]), luma([0, 0, 255])];
  expect(green).toBeGreaterThan(red);
  expect(red).toBeGreaterThan(blue);
  expect(blue).toBeGreaterThan(0);
  expect(red + green + blue).toBeCloseTo(255);
  expect(luma([255, 255, 255])).toBeCloseTo(255);
});

test("writes CSS with whole parts from 0 to 255", () => {
  expect(css([-3, 12.6, 300])).toBe("rgba(0,13,255,1.000)");
  expect(css([1, 2, 3], 0.25)).toBe("rgba(1,2,3,0.250)");
});

test("a smooth step is 0 below, 1 above, and symmetric between", () => {
  expect([smoothstep(2, 4, 1), smoothstep(2, 4, 2)]).toEqual([0, 0]);
  expect([smoothstep(2, 4, 4), smoothstep(2, 4, 9)]).toEqual([1, 1]);
  expect(smoothstep(2, 4, 3)).toBeCloseTo(0.5);
  expect(smoothstep(2, 4, 2.5)).toBeCloseTo(0.15625);
  expect(smoothstep(2, 4, 3.5)).toBeCloseTo(1 - 0.15625);
});
