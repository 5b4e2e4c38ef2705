import { expect, test } from "vitest";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aFailedEntry,
  aGeneration,
  aWatchedEntry,
} from "../testing/fixtures.ts";
import { summarizeUsage } from "./usage.ts";

function completed(id: string, cost: string | null, mode: "std" | "pro") {
  return aCompletedEntry({
    id,
    request: { prompt: "sea", mode },
    generation: aCompletedGeneration({ id, usage: { cost, discount: null } }),
  });
}

test("adds up exactly, by mode and in all, and says what it does not know", () => {
  const usage = summarizeUsage([
    completed("a", "0.1", "std"),
    completed("b", "0.2", "std"),
    completed("c", "1.68", "pro"),
    completed("d", null, "pro"),
    aWatchedEntry({ id: "e" }),
  ]);
  expect(usage).toMatchObject({ sum: "1.98", unreportedCount: 1 });
  expect(usage.byMode).toEqual([
    { mode: "std", count: 2, sum: "0.3" },
    { mode: "pro", count: 2, sum: "1.68" },
  ]);
  expect(usage.charges.map(({ cost }) => cost)).toEqual(["0.1", "0.2", "1.68", null]);
});

test("a failure costs nothing, unless Kirin reports a cost all the same", () => {
  const failed = (usage: { cost: string; discount: null } | null) =>
    aFailedEntry({ generation: aGeneration({ status: "failed", usage }) });
  expect(summarizeUsage([failed(null)]).charges).toEqual([]);
  expect(summarizeUsage([failed({ cost: "0.35", discount: null })]).sum).toBe("0.35");
});

test("two entries on one task are one charge", () => {
  const first = completed("a", "0.35", "std");
  expect(summarizeUsage([first, { ...first, id: "b" }]).sum).toBe("0.35");
});
