import { expect, test } from "vitest";
import { isInRange, presetRange, suitableGrain } from "./usage-range.ts";

const TODAY = "2026-11-30";

test.each([
  ["7d", "2026-11-24"],
  ["30d", "2026-11-01"],
  ["month", "2026-11-01"],
  ["12m", "2025-12-01"],
  ["all", null],
] as const)("%s begins on %s and ends today", (preset, from) => {
  expect(presetRange(preset, TODAY)).toEqual({ from, to: null });
});

test("a range includes both of its days", () => {
  const range = { from: "2026-11-10", to: "2026-11-12" };
  const days = ["2026-11-09", "2026-11-10", "2026-11-12", "2026-11-13"];
  expect(days.filter((day) => isInRange(day, range))).toEqual(["2026-11-10", "2026-11-12"]);
  expect(isInRange("1999-01-01", { from: null, to: null })).toBe(true);
});

test("a month is shown by day, half a year by week, and more by month", () => {
  expect(suitableGrain("2026-11-01", "2026-12-01")).toBe("day");
  expect(suitableGrain("2026-11-01", "2026-12-02")).toBe("week");
  expect(suitableGrain("2026-01-01", "2026-07-08")).toBe("week");
  expect(suitableGrain("2026-01-01", "2026-07-09")).toBe("month");
});
