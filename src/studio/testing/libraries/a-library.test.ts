import { expect, test } from "vitest";
import { parseEntry } from "#studio/storage/library/entry-schema.ts";
import { NOON } from "#studio/testing/fixtures.ts";
import { aLibrary } from "./a-library.ts";

const library = aLibrary({ seed: 1, count: 2000, newestAt: NOON });

test("the same seed gives the same library, and another seed another one", () => {
  expect(aLibrary({ seed: 1, count: 2000, newestAt: NOON })).toEqual(library);
  expect(aLibrary({ seed: 2, count: 2000, newestAt: NOON })).not.toEqual(library);
});

test("every entry is a valid row with an id of its own, newest first", () => {
  expect(library.map((entry) => parseEntry(structuredClone(entry)))).toEqual(library);
  expect(new Set(library.map(({ id }) => id)).size).toBe(2000);
  const times = library.map(({ preparedAt }) => preparedAt);
  expect(times).toEqual([...times].sort().reverse());
});

test("it has pairs, failures, every ratio, and several months", () => {
  expect(library.some(({ pairId }) => pairId !== null)).toBe(true);
  expect(new Set(library.map(({ phase }) => phase)).size).toBeGreaterThan(4);
  expect(new Set(library.map(({ request }) => request.aspect_ratio)).size).toBe(3);
  expect(new Set(library.map(({ preparedAt }) => preparedAt.slice(0, 7))).size).toBeGreaterThan(2);
});
