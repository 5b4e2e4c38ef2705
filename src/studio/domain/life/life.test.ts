/** Actions of the studio and the creator on an entry. */
import { describe, expect, test } from "vitest";
import {
  aHeldEntry,
  aHold,
  anEntry,
  anEntryIn,
  aPreparedEntry,
  aProblem,
  atSecond,
  NOON,
} from "#studio/testing/fixtures.ts";
import type { EntryPhase } from "./library-entry.ts";
import { type LifeEvent, step } from "./life.ts";
import { prepareEntry } from "./prepare-entry.ts";

describe("preparing", () => {
  const parts = { id: "x", pairId: "p", retryOf: "r", pressKey: "k", now: NOON };

  test("creates an unsent entry with its ID as the task ID", () => {
    expect(prepareEntry({ ...parts, request: { prompt: "sea" } })).toEqual({
      id: "x",
      externalTaskId: "x",
      pairId: "p",
      retryOf: "r",
      pressKey: "k",
      request: { prompt: "sea", external_task_id: "x" },
      phase: "prepared",
      preparedAt: NOON,
      queuedAt: NOON,
      attempts: 0,
      sentAt: null,
      acceptedAt: null,
      runningAt: null,
      unendedAt: null,
      endedAt: null,
      heardAt: null,
      seenAt: null,
      clipsKeptAt: null,
      clipsProblem: null,
      generation: null,
      problem: null,
      hold: null,
      missing: null,
      jumpedAt: null,
      isConflict: false,
      differences: [],
      isWatched: true,
      favouriteAt: null,
      trashedAt: null,
      erasedAt: null,
    });
  });

  test("keeps the task ID that the creator entered", () => {
    const request = { prompt: "sea", external_task_id: "mine" };
    expect(prepareEntry({ ...parts, request })).toMatchObject({
      id: "x",
      externalTaskId: "mine",
      request,
    });
  });
});

describe("sending", () => {
  test("a claim counts the attempt, records its time, and keeps the hold reason", () => {
    const hold = aHold();
    const held = aHeldEntry({ hold, missing: { since: NOON, reads: 1 } });
    expect(step(held, { type: "claim", now: atSecond(4) })).toEqual({
      ...held,
      phase: "sending",
      attempts: 2,
      sentAt: atSecond(4),
      missing: null,
    });
  });

  test.each(["sending", "unknown"] as const)(
    "queues the entry again if its claim is released while %s",
    (phase) => {
      const entry = anEntryIn(phase, { hold: aHold(), missing: { since: NOON, reads: 1 } });
      expect(step(entry, { type: "release", attempt: 1 })).toEqual({
        ...entry,
        phase: "prepared",
        hold: null,
        missing: null,
      });
      expect(step(entry, { type: "release", attempt: 2 })).toBe(entry);
    },
  );

  test("looks up a create that no page is waiting for", () => {
    expect(step(anEntry(), { type: "abandon" })).toEqual(anEntry({ phase: "unknown" }));
  });
});

describe("waiting in the queue", () => {
  test.each(["prepared", "held"] as const)("records a hold reason while %s", (phase) => {
    const hold = aHold({ reason: "offline" });
    expect(step(anEntryIn(phase), { type: "hold", hold })).toEqual(
      anEntryIn(phase, { phase: "held", hold }),
    );
  });

  test("its position and next attempt can change", () => {
    const held = aHeldEntry();
    const moved = step(held, { type: "requeue", queuedAt: atSecond(9) });
    expect(moved).toEqual({ ...held, queuedAt: atSecond(9) });
    const sooner = step(held, { type: "requeue", retryAt: atSecond(0.5) });
    expect(sooner).toEqual({ ...held, hold: aHold({ retryAt: atSecond(0.5) }) });
    expect(step(held, { type: "requeue" })).toBe(held);
  });

  test("keeps the time that Kirin asked for", () => {
    const held = aHeldEntry({ hold: aHold({ isAsked: true }) });
    expect(step(held, { type: "requeue", retryAt: atSecond(0.5) })).toBe(held);
    const fresh = aPreparedEntry();
    expect(step(fresh, { type: "requeue", retryAt: atSecond(0.5) })).toBe(fresh);
  });

  test("an unsent entry can be cancelled", () => {
    for (const entry of [aPreparedEntry(), aHeldEntry()]) {
      expect(step(entry, { type: "withdraw", now: atSecond(8) })).toEqual({
        ...entry,
        phase: "withdrawn",
        hold: null,
        endedAt: atSecond(8),
      });
    }
    expect(step(anEntry(), { type: "withdraw", now: atSecond(8) })).toEqual(anEntry());
  });
});

describe("the creator", () => {
  test("resends a missing create under the same ID", () => {
    const entry = anEntryIn("never-arrived", {
      problem: aProblem("internal-error"),
      hold: aHold(),
    });
    expect(step(entry, { type: "send-again", now: atSecond(90) })).toEqual({
      ...entry,
      phase: "prepared",
      queuedAt: atSecond(90),
      problem: null,
      hold: null,
    });
  });

  test.each(["accepted", "waiting"] as const)(
    "stops and resumes tracking an entry that is %s",
    (phase) => {
      const entry = anEntryIn(phase);
      const stopped = step(entry, { type: "watch", isWatched: false });
      expect(stopped).toEqual({ ...entry, isWatched: false });
      expect(step(stopped, { type: "watch", isWatched: false })).toBe(stopped);
      expect(step(stopped, { type: "watch", isWatched: true })).toEqual(entry);
    },
  );

  test("looks up a lost task again with a reset count", () => {
    const lost = anEntryIn("lost", { isWatched: false, missing: { since: NOON, reads: 5 } });
    expect(step(lost, { type: "watch", isWatched: false })).toBe(lost);
    expect(step(lost, { type: "watch", isWatched: true })).toEqual({
      ...lost,
      phase: "waiting",
      isWatched: true,
      missing: null,
    });
  });

  test.each(["completed", "failed"] as const)("records once that it was seen to be %s", (phase) => {
    const entry = anEntryIn(phase);
    const seen = step(entry, { type: "see", now: atSecond(70) });
    expect(seen).toEqual({ ...entry, seenAt: atSecond(70) });
    expect(step(seen, { type: "see", now: atSecond(80) })).toBe(seen);
  });
});

test("saves clips once and records the last problem", () => {
  const entry = anEntryIn("completed");
  const problem = aProblem("clip-unavailable");
  const withProblem = step(entry, { type: "keep", keptAt: null, problem });
  expect(withProblem).toEqual({ ...entry, clipsProblem: problem });
  const kept = step(withProblem, { type: "keep", keptAt: atSecond(80), problem: null });
  expect(kept).toEqual({ ...entry, clipsKeptAt: atSecond(80) });
  expect(step(kept, { type: "keep", keptAt: atSecond(90), problem })).toBe(kept);
  // A clip that is neither saved nor has a problem is downloaded again.
  const lost = step(kept, { type: "keep", keptAt: null, problem: null });
  expect(lost).toEqual({ ...kept, clipsKeptAt: null });
});

test("resets the saved state only if the copy is gone", () => {
  const kept = anEntryIn("completed", { clipsKeptAt: atSecond(80) });
  const problem = aProblem("clip-unavailable");
  expect(step(kept, { type: "keep", keptAt: null, problem })).toBe(kept);
  expect(step(kept, { type: "keep", keptAt: atSecond(90), problem: null })).toBe(kept);
  expect(step(kept, { type: "keep", keptAt: null, problem: null })).toEqual({
    ...kept,
    clipsKeptAt: null,
  });
});

test.each<[EntryPhase, LifeEvent]>([
  ["sending", { type: "claim", now: NOON }],
  ["waiting", { type: "release", attempt: 1 }],
  ["withdrawn", { type: "claim", now: NOON }],
  ["unknown", { type: "send-again", now: NOON }],
  ["completed", { type: "watch", isWatched: false }],
])("ignores %o while %s", (phase, event) => {
  const entry = anEntryIn(phase);
  expect(step(entry, event)).toBe(entry);
});
