import { expect, test } from "vitest";
import { aFailedEntry, atSecond, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { pairOf, takePlace, takesOf } from "./pairs.ts";

const std = aWatchedEntry({ id: "std", pairId: "pair", request: { prompt: "sea" } });
const pro = aWatchedEntry({ id: "pro", pairId: "pair", request: { prompt: "sea", mode: "pro" } });
const alone = aWatchedEntry({ id: "alone" });

test("finds the std and pro takes of one press from either side", () => {
  for (const entry of [std, pro]) expect(pairOf(entry, [pro, alone, std])).toEqual({ std, pro });
});

test("is empty without a partner", () => {
  expect(pairOf(alone, [alone, std, pro])).toBeUndefined();
  expect(pairOf(std, [std, alone])).toBeUndefined();
});

test("uses the latest attempt that isn't lost", () => {
  const failed = aFailedEntry({ id: "failed", pairId: "pair", request: pro.request });
  expect(pairOf(std, [pro, failed, std])?.pro.id).toBe("pro");
  expect(pairOf(std, [failed, pro, std])?.pro.id).toBe("pro");
  expect(pairOf(std, [failed, std])?.pro.id).toBe("failed");
});

/** Two takes of each mode, submitted in this order and listed newest first. */
const four = (["std", "pro"] as const)
  .flatMap((mode) =>
    [1, 2].map((number) =>
      aWatchedEntry({
        // IDs are unrelated to the order.
        id: `${mode} ${9 - number}`,
        pairId: "pair",
        preparedAt: atSecond(number),
        request: { prompt: "sea", mode },
      }),
    ),
  )
  .reverse();
const [proTwo, proOne, stdTwo, stdOne] = four;
const named = (entries: typeof four) =>
  takesOf("pair", entries).map(({ mode, number, entry }) => `${mode} ${number}: ${entry.id}`);

test("numbers takes in each mode by submit time", () => {
  expect(named(four)).toEqual(["std 1: std 8", "std 2: std 7", "pro 1: pro 8", "pro 2: pro 7"]);
  expect(four.map((entry) => takePlace(entry, four))).toEqual([
    { number: 2, count: 2 },
    { number: 1, count: 2 },
    { number: 2, count: 2 },
    { number: 1, count: 2 },
  ]);
});

test("doesn't number the only take of a mode", () => {
  for (const entry of [alone, std, pro]) expect(takePlace(entry, [pro, alone, std])).toBeNull();
});

test("counts a retry as the same take, represented by the latest attempt that may have a clip", () => {
  const failed = aFailedEntry({ ...stdOne, phase: "failed", generation: null });
  const again = aWatchedEntry({
    ...stdOne,
    id: "again",
    retryOf: "std 8",
    preparedAt: atSecond(9),
  });
  const entries = [again, ...four.filter((entry) => entry !== stdOne), failed];
  expect(named(entries)).toEqual(["std 1: again", "std 2: std 7", "pro 1: pro 8", "pro 2: pro 7"]);
  expect(takePlace(again, entries)).toEqual({ number: 1, count: 2 });
});

test("visits each row once if retries refer to each other in a cycle", () => {
  const one = aWatchedEntry({ id: "one", pairId: "pair", retryOf: "two" });
  const two = aWatchedEntry({ id: "two", pairId: "pair", retryOf: "one" });
  expect(takesOf("pair", [one, two]).length).toBeGreaterThan(0);
});

test("pairs takes by number and skips failed ones", () => {
  expect(stdTwo && pairOf(stdTwo, four)).toEqual({ std: stdTwo, pro: proTwo });
  expect(proOne && pairOf(proOne, four)).toEqual({ std: stdOne, pro: proOne });
  const failed = aFailedEntry({ ...proOne, phase: "failed", generation: null });
  const entries = [proTwo, failed, stdTwo, stdOne].filter((entry) => entry !== undefined);
  expect(stdOne && pairOf(stdOne, entries)).toEqual({ std: stdOne, pro: proTwo });
});
