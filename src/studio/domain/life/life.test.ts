/** What the studio and the creator do with an entry. */
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

  test("makes an entry of which nothing has left, with its id as the task id", () => {
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
    });
  });

  test("keeps the task id that the creator typed", () => {
    const request = { prompt: "sea", external_task_id: "mine" };
    expect(prepareEntry({ ...parts, request })).toMatchObject({
      id: "x",
      externalTaskId: "mine",
      request,
    });
  });
});

describe("sending", () => {
  test("a claim counts the create, notes its time, and keeps what it waited for", () => {
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
    "a claim that is let go while %s waits anew",
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

  test("what nobody waits for any more is looked for", () => {
    expect(step(anEntry(), { type: "abandon" })).toEqual(anEntry({ phase: "unknown" }));
  });
});

describe("waiting in the queue", () => {
  test.each(["prepared", "held"] as const)("what is %s takes a reason", (phase) => {
    const hold = aHold({ reason: "offline" });
    expect(step(anEntryIn(phase), { type: "hold", hold })).toEqual(
      anEntryIn(phase, { phase: "held", hold }),
    );
  });

  test("its place and the time of its next try can change", () => {
    const held = aHeldEntry();
    const moved = step(held, { type: "requeue", queuedAt: atSecond(9) });
    expect(moved).toEqual({ ...held, queuedAt: atSecond(9) });
    const sooner = step(held, { type: "requeue", retryAt: atSecond(0.5) });
    expect(sooner).toEqual({ ...held, hold: aHold({ retryAt: atSecond(0.5) }) });
    expect(step(held, { type: "requeue" })).toBe(held);
  });

  test("a time that Kirin named is kept", () => {
    const held = aHeldEntry({ hold: aHold({ isAsked: true }) });
    expect(step(held, { type: "requeue", retryAt: atSecond(0.5) })).toBe(held);
    const fresh = aPreparedEntry();
    expect(step(fresh, { type: "requeue", retryAt: atSecond(0.5) })).toBe(fresh);
  });

  test("what has not left can be taken back", () => {
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
  test("sends again what never arrived, under the same id", () => {
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
    "stops watching what is %s, and watches again",
    (phase) => {
      const entry = anEntryIn(phase);
      const stopped = step(entry, { type: "watch", isWatched: false });
      expect(stopped).toEqual({ ...entry, isWatched: false });
      expect(step(stopped, { type: "watch", isWatched: false })).toBe(stopped);
      expect(step(stopped, { type: "watch", isWatched: true })).toEqual(entry);
    },
  );

  test("looks again for what is lost, with a fresh count", () => {
    const lost = anEntryIn("lost", { isWatched: false, missing: { since: NOON, reads: 5 } });
    expect(step(lost, { type: "watch", isWatched: false })).toBe(lost);
    expect(step(lost, { type: "watch", isWatched: true })).toEqual({
      ...lost,
      phase: "waiting",
      isWatched: true,
      missing: null,
    });
  });

  test.each(["completed", "failed"] as const)("sees that it %s, once", (phase) => {
    const entry = anEntryIn(phase);
    const seen = step(entry, { type: "see", now: atSecond(70) });
    expect(seen).toEqual({ ...entry, seenAt: atSecond(70) });
    expect(step(seen, { type: "see", now: atSecond(80) })).toBe(seen);
  });
});

test("clips are kept once, and the last trouble on the way is told", () => {
  const entry = anEntryIn("completed");
  const problem = aProblem("clip-unavailable");
  const troubled = step(entry, { type: "keep", keptAt: null, problem });
  expect(troubled).toEqual({ ...entry, clipsProblem: problem });
  const kept = step(troubled, { type: "keep", keptAt: atSecond(80), problem: null });
  expect(kept).toEqual({ ...entry, clipsKeptAt: atSecond(80) });
  expect(step(kept, { type: "keep", keptAt: atSecond(90), problem })).toBe(kept);
  // What is not kept and not in trouble is fetched again.
  const lost = step(kept, { type: "keep", keptAt: null, problem: null });
  expect(lost).toEqual({ ...kept, clipsKeptAt: null });
});

test("a copy that is kept is undone only where it is gone", () => {
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
])("what is %s has no use for %o", (phase, event) => {
  const entry = anEntryIn(phase);
  expect(step(entry, event)).toBe(entry);
});
