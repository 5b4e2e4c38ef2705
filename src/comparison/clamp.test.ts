import { expect, it } from "vitest";
import { clamp } from "./clamp.ts";

it("keeps a value within its limits", () => {
  expect([-1, 0, 5, 9, 10].map((value) => clamp(value, 0, 9))).toEqual([0, 0, 5, 9, 9]);
});
