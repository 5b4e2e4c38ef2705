import { expect, test } from "vitest";
import { aCompletedEntry, NOON } from "#studio/testing/fixtures.ts";
import { groupByDate } from "./group-by-date.ts";

const DAY_MS = 24 * 60 * 60_000;
const daysAgo = (days: number, id = `${days}`) =>
  aCompletedEntry({ id, preparedAt: new Date(Date.parse(NOON) - days * DAY_MS).toISOString() });
const grouped = (...entries: ReturnType<typeof daysAgo>[]) =>
  groupByDate(entries, Date.parse(NOON)).map((group) => [
    group.heading?.unit,
    group.entries.map(({ id }) => id),
  ]);

test("groups by day, and by month what is more than 60 days ago", () => {
  expect(
    grouped(daysAgo(0, "a"), daysAgo(0, "b"), daysAgo(1), daysAgo(60), daysAgo(63), daysAgo(64)),
  ).toEqual([
    ["day", ["a", "b"]],
    ["day", ["1"]],
    ["day", ["60"]],
    ["month", ["63", "64"]],
  ]);
});

test("separates months, in the same month of another year too", () => {
  expect(grouped(daysAgo(70), daysAgo(110), daysAgo(70 + 365))).toEqual([
    ["month", ["70"]],
    ["month", ["110"]],
    ["month", ["435"]],
  ]);
});

test("names a group by its first entry", () => {
  const [group] = groupByDate([daysAgo(3)], Date.parse(NOON));
  expect(group?.heading?.at).toBe(daysAgo(3).preparedAt);
});
