import { expect, test } from "vitest";
import { hasFreeSlot, limitAfterAcceptance, limitAfterRefusal } from "./slot-limit.ts";

test("a refusal beside others says how many there may be", () => {
  expect(limitAfterRefusal(3)).toBe(3);
  expect(limitAfterRefusal(1)).toBe(1);
});

test("submit: others use up the slots of the same key → no limit is guessed from their use", () => {
  expect(limitAfterRefusal(0)).toBeNull();
});

test("one more than was thought possible raises the limit; less leaves it", () => {
  expect(limitAfterAcceptance(2, 4)).toBe(4);
  expect(limitAfterAcceptance(4, 2)).toBe(4);
});

test("a limit is never guessed", () => {
  expect(limitAfterAcceptance(null, 9)).toBeNull();
  expect(hasFreeSlot(null, 1000)).toBe(true);
});

test("fits what is below the limit", () => {
  expect([1, 2, 3].map((taken) => hasFreeSlot(2, taken))).toEqual([true, false, false]);
});
