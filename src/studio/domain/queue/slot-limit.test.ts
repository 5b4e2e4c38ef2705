import { expect, test } from "vitest";
import { hasFreeSlot, limitAfterAcceptance, limitAfterRefusal } from "./slot-limit.ts";

test("derives the limit from a refusal while others run", () => {
  expect(limitAfterRefusal(3)).toBe(3);
  expect(limitAfterRefusal(1)).toBe(1);
});

test("submit: other clients use the slots of the same key → no limit is derived from that", () => {
  expect(limitAfterRefusal(0)).toBeNull();
});

test("raises the limit when one more runs than assumed, and keeps it otherwise", () => {
  expect(limitAfterAcceptance(2, 4)).toBe(4);
  expect(limitAfterAcceptance(4, 2)).toBe(4);
});

test("never guesses a limit", () => {
  expect(limitAfterAcceptance(null, 9)).toBeNull();
  expect(hasFreeSlot(null, 1000)).toBe(true);
});

test("allows entries below the limit", () => {
  expect([1, 2, 3].map((taken) => hasFreeSlot(2, taken))).toEqual([true, false, false]);
});
