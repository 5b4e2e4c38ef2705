import { expect, test } from "vitest";
import { aCompletedEntry, aGeneration, anEntry, aWatchedEntry } from "../testing/fixtures.ts";
import { entryStatus, outcomeOf } from "./entry-status.ts";

test.each([
  ["sending", null, anEntry()],
  ["unknown", null, anEntry({ phase: "unknown" })],
  ["refused", "refused", anEntry({ phase: "refused" })],
  ["queued", null, aWatchedEntry({ generation: aGeneration({ status: "queued" }) })],
  ["running", null, aWatchedEntry()],
  ["unwatched", null, aWatchedEntry({ isWatched: false })],
  ["completed", "completed", aCompletedEntry()],
  ["failed", "failed", aCompletedEntry({ generation: aGeneration({ status: "failed" }) })],
])("%s comes out as %s", (status, outcome, entry) => {
  expect(entryStatus(entry)).toBe(status);
  expect(outcomeOf(entry)).toBe(outcome);
});
