import { expect, it } from "vitest";
import { mapSides, otherSide } from "./sides.ts";

it("maps the value of each side under its own name", () => {
  expect(mapSides({ left: 1, right: 2 }, (value, side) => [value, side])).toEqual({
    left: [1, "left"],
    right: [2, "right"],
  });
});

it("names the opposite side", () => {
  expect([otherSide("left"), otherSide("right")]).toEqual(["right", "left"]);
});
