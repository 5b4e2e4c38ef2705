import { expect, it } from "vitest";
import { anEntry } from "#studio/testing/fixtures.ts";
import { stripColumns } from "./strip-columns.ts";

function anEntryOf(id: string, pairId: string | null, mode: "std" | "pro") {
  return anEntry({ id, pairId, request: { prompt: id, mode } });
}

it("puts the modes of one press above each other, take by take, and leaves others alone", () => {
  const columns = stripColumns([
    anEntryOf("single", null, "pro"),
    anEntryOf("pro 2", "p", "pro"),
    anEntryOf("std 2", "p", "std"),
    anEntryOf("pro 1", "p", "pro"),
    anEntryOf("between", null, "std"),
    anEntryOf("std 1", "p", "std"),
    anEntryOf("pro alone", "q", "pro"),
  ]);
  expect(columns.map((column) => column.map(({ id }) => id))).toEqual([
    ["single"],
    ["std 2", "pro 2"],
    ["std 1", "pro 1"],
    ["between"],
    ["pro alone"],
  ]);
});
