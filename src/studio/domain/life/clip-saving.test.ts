import { describe, expect, test } from "vitest";
import {
  aCompletedEntry,
  aCompletedGeneration,
  anEntry,
  aProblem,
  NOON,
} from "#studio/testing/fixtures.ts";
import {
  isBeingSaved,
  mayBeAtKirin,
  mayBeOnDevice,
  saveDelayMs,
  savingStateOf,
} from "./clip-saving.ts";
import { studioProblem } from "./studio-problem.ts";

const broken = aProblem("clip-unavailable");
const expired = aProblem("clip-expired");

describe("where a clip is saved", () => {
  test.each([
    ["saved", { clipsKeptAt: NOON }],
    ["saving", {}],
    ["retrying", { clipsProblem: broken }],
    ["stopped", { clipsProblem: expired }],
    ["stopped", { clipsProblem: aProblem("task-not-found") }],
    ["stopped", { clipsProblem: aProblem("clip-not-found") }],
    [
      "stopped",
      { clipsProblem: studioProblem("clips-unavailable", { detail: "", retryable: true }) },
    ],
  ] as const)("%s", (kind, change) => {
    const entry = aCompletedEntry(change);
    expect(savingStateOf(entry)?.kind).toBe(kind);
    expect(isBeingSaved(entry)).toBe(kind === "saving");
  });

  test.each(["clip-not-video", "clip-empty", "clip-unreadable", "clip-cut-short", "clip-damaged"])(
    "a faulty file is downloaded again until it is given up: %s",
    (code) => {
      const kindIf = (retryable: boolean) =>
        savingStateOf(aCompletedEntry({ clipsProblem: { ...broken, code, retryable } }))?.kind;
      expect([kindIf(true), kindIf(false)]).toEqual(["retrying", "stopped"]);
    },
  );

  test("any other failed download is retried, whatever the server says", () => {
    const clipsProblem = { ...broken, retryable: false };
    expect(savingStateOf(aCompletedEntry({ clipsProblem }))?.kind).toBe("retrying");
  });

  test("is empty without a clip", () => {
    expect(savingStateOf(aCompletedEntry({ generation: null }))).toBeNull();
    expect(savingStateOf(anEntry())).toBeNull();
    expect(savingStateOf(aCompletedEntry({ phase: "failed" }))).toBeNull();
    const generation = aCompletedGeneration({ clips: [] });
    expect(savingStateOf(aCompletedEntry({ generation }))).toBeNull();
  });
});

test("distinguishes an expired clip from an interrupted download", () => {
  expect(mayBeAtKirin(aCompletedEntry())).toBe(true);
  expect(mayBeAtKirin(aCompletedEntry({ clipsProblem: broken }))).toBe(true);
  expect(mayBeAtKirin(aCompletedEntry({ clipsProblem: expired }))).toBe(false);
  const faulty = ["clip-not-video", "clip-empty", "clip-damaged"].map((code) =>
    mayBeAtKirin(aCompletedEntry({ clipsProblem: { ...broken, code } })),
  );
  expect(faulty).toEqual([false, false, true]);
});

test("looks for a copy if all clips are saved or some may be", () => {
  expect(mayBeOnDevice(aCompletedEntry())).toBe(false);
  expect(mayBeOnDevice(aCompletedEntry({ clipsKeptAt: NOON }))).toBe(true);
  expect(mayBeOnDevice(aCompletedEntry({ clipsProblem: expired }))).toBe(true);
});

test("doubles the delay from 2 s to 10 min and respects Retry-After up to that", () => {
  expect([1, 2, 3, 9, 10, 60].map((failures) => saveDelayMs(failures, broken) / 1000)).toEqual([
    2, 4, 8, 512, 600, 600,
  ]);
  expect(saveDelayMs(1, { ...broken, retryAfterSeconds: 30 })).toBe(30_000);
  expect(saveDelayMs(5, { ...broken, retryAfterSeconds: 1 })).toBe(32_000);
  expect(saveDelayMs(1, { ...broken, retryAfterSeconds: 86_400 })).toBe(600_000);
});
