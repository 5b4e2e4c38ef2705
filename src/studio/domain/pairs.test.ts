import { expect, test } from "vitest";
import { aFailedEntry, aWatchedEntry } from "../testing/fixtures.ts";
import { pairOf } from "./pairs.ts";

const std = aWatchedEntry({ id: "std", pairId: "pair", request: { prompt: "sea" } });
const pro = aWatchedEntry({ id: "pro", pairId: "pair", request: { prompt: "sea", mode: "pro" } });
const alone = aWatchedEntry({ id: "alone" });

test("finds the std and the pro take of one click, from either side", () => {
  for (const entry of [std, pro]) expect(pairOf(entry, [pro, alone, std])).toEqual({ std, pro });
});

test("is none without a partner", () => {
  expect(pairOf(alone, [alone, std, pro])).toBeUndefined();
  expect(pairOf(std, [std, alone])).toBeUndefined();
});

test("takes the newest try that is not lost", () => {
  const failed = aFailedEntry({ id: "failed", pairId: "pair", request: pro.request });
  expect(pairOf(std, [pro, failed, std])?.pro.id).toBe("pro");
  expect(pairOf(std, [failed, pro, std])?.pro.id).toBe("pro");
  expect(pairOf(std, [failed, std])?.pro.id).toBe("failed");
});
