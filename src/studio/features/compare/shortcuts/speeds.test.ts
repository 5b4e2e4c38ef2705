import { expect, it } from "vitest";
import { nextSpeed } from "./speeds.ts";

it("moves to the next speed in either direction, and stays at the ends", () => {
  expect([nextSpeed(1, 1), nextSpeed(1, -1)]).toEqual([1.5, 0.75]);
  expect([nextSpeed(2, 1), nextSpeed(0.1, -1)]).toEqual([2, 0.1]);
  expect([nextSpeed(0.6, 1), nextSpeed(0.6, -1)]).toEqual([0.75, 0.5]);
});
