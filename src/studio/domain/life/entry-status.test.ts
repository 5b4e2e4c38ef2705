import { expect, test } from "vitest";
import { aGeneration, anEntryIn, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { entryStatus, outcomeOf } from "./entry-status.ts";

test.each([
  ["sending", null, anEntryIn("prepared")],
  ["sending", null, anEntryIn("sending")],
  ["held", null, anEntryIn("held")],
  ["unknown", null, anEntryIn("unknown")],
  ["never-arrived", "never-arrived", anEntryIn("never-arrived")],
  ["refused", "refused", anEntryIn("refused")],
  ["withdrawn", "withdrawn", anEntryIn("withdrawn")],
  ["queued", null, aWatchedEntry({ generation: aGeneration({ status: "queued" }) })],
  ["running", null, anEntryIn("accepted")],
  ["running", null, anEntryIn("waiting")],
  ["unwatched", null, anEntryIn("waiting", { isWatched: false })],
  ["completed", "completed", anEntryIn("completed")],
  ["failed", "failed", anEntryIn("failed")],
  ["lost", "lost", anEntryIn("lost")],
])("shows %s as %s", (status, outcome, entry) => {
  expect(entryStatus(entry)).toBe(status);
  expect(outcomeOf(entry)).toBe(outcome);
});
