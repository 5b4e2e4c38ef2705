import { describe, expect, test } from "vitest";
import type { Judgement } from "#studio/domain/judging/judgement.ts";
import { remarkId } from "#studio/domain/judging/judgement.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aFailedEntry,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import { aVerdict } from "#studio/testing/judgement-fixtures.ts";
import { type LibraryAddress, parseLibraryAddress } from "../library-address.ts";
import { activeFilters, filterEntries, opinionsIn } from "./filter-entries.ts";
import { sortEntries } from "./sort-entries.ts";

const costing = (cost: string | null, currency?: string) =>
  aCompletedGeneration({
    usage: cost === null ? null : { cost, discount: 1, ...(currency ? { currency } : {}) },
  });

/** Newest first. */
const entries: readonly LibraryEntry[] = [
  aWatchedEntry({
    id: "running",
    preparedAt: "2026-11-24T12:00:00.000Z",
    request: { prompt: "Fog over a lake" },
  }),
  aFailedEntry({
    id: "failed",
    preparedAt: "2026-11-23T12:00:00.000Z",
    request: { prompt: "A storm", duration: "10" },
  }),
  aCompletedEntry({
    id: "pro",
    pairId: "press",
    preparedAt: NOON,
    clipsKeptAt: atSecond(70),
    favouriteAt: NOON,
    request: { prompt: "A fox", mode: "pro", sound: "on", aspect_ratio: "9:16" },
    generation: costing("0.84"),
  }),
  aCompletedEntry({
    id: "std",
    pairId: "press",
    preparedAt: "2026-11-20T12:00:00.000Z",
    request: { prompt: "A fox", mode: "std", aspect_ratio: "1:1" },
    generation: costing("0.21"),
  }),
  aCompletedEntry({
    id: "credits",
    preparedAt: "2026-11-19T12:00:00.000Z",
    request: { prompt: "A whale" },
    generation: costing("9", "credit"),
  }),
];

const remark = (entryId: string, rating: number | null, note: string): Judgement => ({
  kind: "remark",
  id: remarkId(entryId),
  entryId,
  rating,
  note,
  checks: null,
});
const judgements = [
  remark("std", 3, "Best paws"),
  remark("pro", 5, ""),
  remark("failed", null, ""),
  aVerdict({
    leftId: "std",
    rightId: "pro",
    answers: { better: { chosenId: "std", at: NOON } },
  }),
];
const opinions = opinionsIn(new Map(judgements.map((one) => [one.id, one])));
const found = (search: string) =>
  filterEntries(entries, parseLibraryAddress(search), opinions).map(({ id }) => id);

test.each([
  ["", ["running", "failed", "pro", "std", "credits"]],
  ["?status=ready", ["pro", "std", "credits"]],
  ["?status=inProgress", ["running"]],
  ["?status=failed", ["failed"]],
  ["?mode=pro", ["pro"]],
  ["?mode=std", ["running", "failed", "std", "credits"]],
  ["?sound=on", ["pro"]],
  ["?sound=off", ["running", "failed", "std", "credits"]],
  ["?ratio=1:1", ["std"]],
  ["?duration=10", ["failed"]],
  ["?favourite=favourite", ["pro"]],
  ["?pair=paired", ["pro", "std"]],
  ["?pair=single", ["running", "failed", "credits"]],
  ["?device=saved", ["pro"]],
  ["?device=unsaved", ["running", "failed", "std", "credits"]],
  ["?cost=charged", ["pro", "std", "credits"]],
  ["?cost=uncharged", ["running", "failed"]],
  ["?rating=1", ["pro", "std"]],
  ["?rating=4", ["pro"]],
  ["?verdict=chosen", ["std"]],
  ["?from=2026-11-23", ["running", "failed"]],
  ["?to=2026-11-20", ["std", "credits"]],
  ["?from=2026-11-20&to=2026-11-22", ["pro", "std"]],
  ["?q=fox", ["pro", "std"]],
  ["?q=paws", ["std"]],
  ["?q=fox&mode=pro&ratio=9:16", ["pro"]],
  ["?q=fox&status=failed", []],
])("%s shows %j", (search, ids) => {
  expect(found(search)).toEqual(ids);
});

test("names the filters that are set", () => {
  expect(activeFilters(parseLibraryAddress("?q=x&status=ready&mode=any&cost=charged"))).toEqual([
    "status",
    "cost",
  ]);
});

describe("sorting", () => {
  const order = (sort: LibraryAddress["sort"]) =>
    sortEntries(entries, sort, opinions).map(({ id }) => id);

  test.each([
    ["newest", ["running", "failed", "pro", "std", "credits"]],
    ["oldest", ["credits", "std", "pro", "failed", "running"]],
    ["highestCost", ["credits", "pro", "std", "running", "failed"]],
    ["lowestCost", ["running", "failed", "std", "pro", "credits"]],
    ["bestRating", ["pro", "std", "running", "failed", "credits"]],
  ] as const)("%s", (sort, ids) => {
    expect(order(sort)).toEqual(ids);
  });

  test("compares amounts as decimals", () => {
    const three = ["0.9", "0.10", "10"].map((cost) =>
      aCompletedEntry({ id: cost, generation: costing(cost) }),
    );
    expect(sortEntries(three, "lowestCost", opinions).map(({ id }) => id)).toEqual([
      "0.10",
      "0.9",
      "10",
    ]);
  });
});
