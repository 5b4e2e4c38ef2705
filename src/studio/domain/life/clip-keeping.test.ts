import { describe, expect, test } from "vitest";
import {
  aCompletedEntry,
  aCompletedGeneration,
  anEntry,
  aProblem,
  NOON,
} from "#studio/testing/fixtures.ts";
import { isAtKirin, keepDelayMs, keepingOf, mayBeOnDevice } from "./clip-keeping.ts";
import { studioProblem } from "./studio-problem.ts";

const broken = aProblem("clip-unavailable");
const expired = aProblem("clip-expired");

describe("where a clip is saved", () => {
  test.each([
    ["kept", { clipsKeptAt: NOON }],
    ["fetching", {}],
    ["trouble", { clipsProblem: broken }],
    ["stopped", { clipsProblem: expired }],
    ["stopped", { clipsProblem: aProblem("task-not-found") }],
    ["stopped", { clipsProblem: aProblem("clip-not-found") }],
    [
      "stopped",
      { clipsProblem: studioProblem("clips-unavailable", { detail: "", retryable: true }) },
    ],
  ] as const)("%s", (kind, change) => {
    expect(keepingOf(aCompletedEntry(change))?.kind).toBe(kind);
  });

  test("is empty without a clip", () => {
    expect(keepingOf(anEntry())).toBeNull();
    expect(keepingOf(aCompletedEntry({ phase: "failed" }))).toBeNull();
    const generation = aCompletedGeneration({ clips: [] });
    expect(keepingOf(aCompletedEntry({ generation }))).toBeNull();
  });
});

test("distinguishes an expired clip from an interrupted download", () => {
  expect(isAtKirin(aCompletedEntry())).toBe(true);
  expect(isAtKirin(aCompletedEntry({ clipsProblem: broken }))).toBe(true);
  expect(isAtKirin(aCompletedEntry({ clipsProblem: expired }))).toBe(false);
});

test("looks for a copy if all clips are saved or some may be", () => {
  expect(mayBeOnDevice(aCompletedEntry())).toBe(false);
  expect(mayBeOnDevice(aCompletedEntry({ clipsKeptAt: NOON }))).toBe(true);
  expect(mayBeOnDevice(aCompletedEntry({ clipsProblem: expired }))).toBe(true);
});

test("doubles the delay from 2 s to 10 min and respects Retry-After up to that", () => {
  expect([1, 2, 3, 9, 10, 60].map((failures) => keepDelayMs(failures, broken) / 1000)).toEqual([
    2, 4, 8, 512, 600, 600,
  ]);
  expect(keepDelayMs(1, { ...broken, retryAfterSeconds: 30 })).toBe(30_000);
  expect(keepDelayMs(5, { ...broken, retryAfterSeconds: 1 })).toBe(32_000);
  expect(keepDelayMs(1, { ...broken, retryAfterSeconds: 86_400 })).toBe(600_000);
});
