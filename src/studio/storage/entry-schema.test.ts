import { expect, test } from "vitest";
import { aCompletedEntry, atSecond } from "../testing/fixtures.ts";
import { parseEntry } from "./entry-schema.ts";

test("a row comes back as it was written", () => {
  const entry = aCompletedEntry({ unendedAt: atSecond(55) });
  expect(parseEntry(structuredClone(entry))).toEqual(entry);
});

test("a row of before the last unended answer was noted is still understood", () => {
  const { unendedAt: _, ...row } = aCompletedEntry();
  expect(parseEntry(row)).toEqual(aCompletedEntry({ unendedAt: null }));
});

test.each([null, {}, { ...aCompletedEntry(), phase: "dreaming" }])("%j is no entry", (row) => {
  expect(parseEntry(row)).toBeNull();
});
