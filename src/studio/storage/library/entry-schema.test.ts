import { describe, expect, test } from "vitest";
import { ENTRY_PHASES } from "#studio/domain/life/library-entry.ts";
import {
  aCompletedEntry,
  aGeneration,
  aHold,
  anEntry,
  anEntryIn,
  aProblem,
  atSecond,
  NOON,
} from "#studio/testing/fixtures.ts";
import { parseEntry } from "./entry-schema.ts";

test.each(ENTRY_PHASES)("reads a row in phase %s as it was written", (phase) => {
  const entry = anEntryIn(phase, {
    pressKey: "draft/1",
    unendedAt: atSecond(55),
    seenAt: atSecond(56),
    clipsKeptAt: atSecond(57),
    clipsProblem: aProblem("clip-unavailable"),
    hold: aHold(),
    missing: { since: NOON, reads: 2 },
    isConflict: true,
    differences: ["mode"],
    favouriteAt: atSecond(58),
    trashedAt: atSecond(59),
    erasedAt: atSecond(60),
  });
  expect(parseEntry(structuredClone(entry))).toEqual(entry);
});

test("upgrade: a row lacks fields that were added later → it is read with default values", () => {
  const { unendedAt, seenAt, clipsKeptAt, clipsProblem, pressKey, attempts, ...rest } =
    aCompletedEntry();
  const { hold, missing, isConflict, differences, ...older } = rest;
  const { favouriteAt, trashedAt, erasedAt, ...row } = older;
  expect(parseEntry(row)).toEqual(aCompletedEntry({ unendedAt: null, attempts: 1 }));
});

test("upgrade: a row's request has characters that are no longer accepted → it is read unchanged", () => {
  const request = {
    prompt: "fox \uD83E\u0000",
    negative_prompt: "\uDD8A",
    callback_url: "https://example.com/\uD83E",
    external_task_id: "x",
  };
  expect(parseEntry(aCompletedEntry({ request }))).toEqual(aCompletedEntry({ request }));
});

describe("a row of the first version", () => {
  const { queuedAt, ...first } = anEntry();
  const completed = aGeneration({ status: "completed" });
  const failed = aGeneration({ status: "failed" });
  const never = aProblem("internal-error", { code: "never-arrived" });

  test.each([
    ["sending", {}, "sending"],
    ["unknown", {}, "unknown"],
    ["refused", { problem: aProblem("upstream-refused") }, "refused"],
    ["refused", { problem: null }, "refused"],
    ["refused", { problem: never }, "never-arrived"],
    ["watching", { generation: aGeneration() }, "waiting"],
    ["ended", { generation: completed, endedAt: atSecond(9) }, "completed"],
    ["ended", { generation: failed, endedAt: atSecond(9) }, "failed"],
  ] as const)("in phase %s with %o is read as %s", (phase, change, now) => {
    const entry = parseEntry({ ...first, ...change, phase });
    // Tasks that ended then count as seen.
    const seenAt = "endedAt" in change ? change.endedAt : null;
    expect(entry).toEqual({ ...anEntry(change), phase: now, queuedAt: first.preparedAt, seenAt });
  });
});

test.each([
  null,
  7,
  {},
  { ...aCompletedEntry(), phase: "dreaming" },
  { ...aCompletedEntry(), queuedAt: "yesterday" },
  { ...aCompletedEntry(), hold: { reason: "mood" } },
  { ...aCompletedEntry(), id: "" },
  { ...aCompletedEntry(), externalTaskId: "" },
  { ...aCompletedEntry(), missing: { since: "yesterday", reads: 1 } },
  { ...aCompletedEntry(), missing: { since: NOON } },
])("rejects %j", (row) => {
  expect(parseEntry(row)).toBeNull();
});
