import { expect, it } from "vitest";
import { swipeDirection } from "./swipe.ts";

it.each([
  ["far to the left", { x: 20, y: 110 }, "next"],
  ["far to the right", { x: 190, y: 90 }, "previous"],
  ["a little", { x: 80, y: 100 }, null],
  ["more down than sideways", { x: 30, y: 160 }, null],
])("a finger that moves %s asks for %s", (_name, to, expected) => {
  expect(swipeDirection({ x: 100, y: 100 }, to)).toBe(expected);
});
