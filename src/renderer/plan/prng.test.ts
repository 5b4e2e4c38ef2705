import { expect, test } from "vitest";
import { between, hashText, pick, randomFor } from "./prng.ts";

const draws = (random: () => number, count: number) => Array.from({ length: count }, random);

test("the same seed and purpose give the same numbers", () => {
  expect(draws(randomFor(7, "sky"), 5)).toEqual(draws(randomFor(7, "sky"), 5));
});

test("another seed or purpose gives other numbers", () => {
  const first = draws(randomFor(7, "sky"), 5);
  expect(draws(randomFor(8, "sky"), 5)).not.toEqual(first);
  expect(draws(randomFor(7, "sea"), 5)).not.toEqual(first);
});

test("random numbers fill the range from 0 to 1 evenly, without repeating", () => {
  const numbers = draws(randomFor(1, "any"), 5000);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const inside = numbers.filter((number) => Math.floor(number * 10) === tenth);
    expect(Math.abs(inside.length - 500)).toBeLessThan(100);
  }
});

test("neighbouring numbers are independent", () => {
  const numbers = draws(randomFor(3, "any"), 4000);
  const rises = numbers.filter((number, index) => number > (numbers[index - 1] ?? 1));
  expect(Math.abs(rises.length - 2000)).toBeLessThan(120);
});

test("similar texts have hashes that differ in about half of their bits", () => {
  const bits = (value: number) => value.toString(2).replaceAll("0", "").length;
  const hashes = Array.from({ length: 200 }, (_, index) => hashText(`a sea ${index}`));
  expect(new Set(hashes).size).toBe(200);
  expect(hashes.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32)).toBe(true);
  const changes = hashes.slice(1).map((hash, index) => bits((hash ^ (hashes[index] ?? 0)) >>> 0));
  const mean = changes.reduce((sum, count) => sum + count, 0) / changes.length;
  expect(mean).toBeGreaterThan(15);
  expect(mean).toBeLessThan(17);
  expect(hashText("ab")).not.toBe(hashText("ba"));
});

test("a number between two bounds is spread from the lower to the upper", () => {
  expect([between(() => 0, 4, 8), between(() => 0.25, 4, 8), between(() => 1, 4, 8)]).toEqual([
    4, 5, 8,
  ]);
});

test("picks every item of a list, the last one too", () => {
  expect([0, 0.34, 0.67, 0.999].map((draw) => pick(() => draw, ["a", "b", "c"]))).toEqual([
    "a",
    "b",
    "c",
    "c",
  ]);
});
