import { expect, test } from "vitest";
import { addDamage, type DamagedFrames } from "./damage.ts";

const add = (...ranges: DamagedFrames[]) => ranges.reduce<readonly DamagedFrames[]>(addDamage, []);

test("sorts damaged ranges, and merges adjacent or repeated ones", () => {
  expect(add({ first: 24, last: 35 }, { first: 4, last: 11 }, { first: 4, last: 11 })).toEqual([
    { first: 4, last: 11 },
    { first: 24, last: 35 },
  ]);
  expect(add({ first: 24, last: 35 }, { first: 14, last: 23 })).toEqual([{ first: 14, last: 35 }]);
});
