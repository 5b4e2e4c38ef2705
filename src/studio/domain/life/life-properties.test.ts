/** Properties of the life cycle for every phase, every event, and any order of events. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "#contract/problem.ts";
import { TASK_STATUSES } from "#kirin/task-status.ts";
import {
  aGeneration,
  aHold,
  anEntryIn,
  aPreparedEntry,
  aProblem,
  atSecond,
} from "#studio/testing/fixtures.ts";
import { canSendAgain, isEnded, isQueued, needsReading, riskOfPayingTwice } from "./entry-rules.ts";
import { ENTRY_PHASES, HOLD_REASONS, type LibraryEntry } from "./library-entry.ts";
import { type LifeEvent, step } from "./life.ts";
import { LIFE_EVENTS, LIFE_TABLE } from "./life-table.ts";
import { canRetry, needsAnotherRequest } from "./retry-rules.ts";

const time = fc.integer({ min: 0, max: 600 }).map(atSecond);
const problem = fc
  .record({
    code: fc.constantFrom(...PROBLEM_CODES),
    outcome: fc.constantFrom("refused", "not-sent", "unknown" as const),
  })
  .map(({ code, outcome }) => aProblem(code, { outcome }));
const notFound = fc.constant(aProblem("task-not-found"));
const answer = fc
  .record({
    status: fc.constantFrom(...TASK_STATUSES),
    updatedAt: fc.option(time),
    id: fc.constantFrom("kirin-entry-1", "kirin-2"),
    externalTaskId: fc.constantFrom("entry-1", "entry-2", null),
  })
  .map((parts) => aGeneration(parts));

const EVENTS: { [Type in LifeEvent["type"]]: fc.Arbitrary<Extract<LifeEvent, { type: Type }>> } = {
  claim: fc.record({ type: fc.constant("claim"), now: time }),
  release: fc.record({ type: fc.constant("release"), attempt: fc.nat(3) }),
  hold: fc.record({
    type: fc.constant("hold"),
    hold: fc.constantFrom(...HOLD_REASONS).map((reason) => aHold({ reason })),
  }),
  requeue: fc.record({ type: fc.constant("requeue"), queuedAt: time, retryAt: time }),
  withdraw: fc.record({ type: fc.constant("withdraw"), now: time }),
  abandon: fc.record({ type: fc.constant("abandon") }),
  "create-problem": fc.record({
    type: fc.constant("create-problem"),
    problem,
    attempt: fc.nat(3),
    now: time,
  }),
  answer: fc.record({
    type: fc.constant("answer"),
    answer,
    from: fc.constantFrom("create", "read"),
    askedAt: time,
    now: time,
  }),
  "read-problem": fc.record({
    type: fc.constant("read-problem"),
    problem: fc.oneof(notFound, problem),
    askedAt: time,
    createTimeoutMs: fc.constant(30_000),
  }),
  "send-again": fc.record({ type: fc.constant("send-again"), now: time }),
  watch: fc.record({ type: fc.constant("watch"), isWatched: fc.boolean() }),
  see: fc.record({ type: fc.constant("see"), now: time }),
  keep: fc.record({
    type: fc.constant("keep"),
    keptAt: fc.option(time),
    problem: fc.option(problem),
  }),
};
const anyEvent: fc.Arbitrary<LifeEvent> = fc.oneof(...Object.values(EVENTS));
const anyLife = fc.array(anyEvent, { maxLength: 60 });

/** Applies the events to a prepared entry, and checks the state before and after each. */
function applyAll(
  events: readonly LifeEvent[],
  check: (before: LibraryEntry, next: LibraryEntry, event: LifeEvent) => void,
): void {
  let entry = aPreparedEntry();
  for (const event of events) {
    const before = entry;
    entry = step(before, event);
    check(before, entry, event);
  }
}

describe.each(ENTRY_PHASES)("an entry that is %s", (phase) => {
  test.each(LIFE_EVENTS)("obeys the table on %s", (type) => {
    const allowed = LIFE_TABLE[phase][type];
    fc.assert(
      fc.property(EVENTS[type], fc.boolean(), (event, isConflict) => {
        const entry = anEntryIn(phase, { isConflict });
        const next = step(entry, event);
        if (allowed === undefined) expect(next).toBe(entry);
        else if (next !== entry) expect(allowed).toContain(next.phase);
      }),
    );
  });
});

test("makes every transition of the table, and no other", () => {
  const reached = new Set<string>();
  const remember = (before: LibraryEntry, next: LibraryEntry, { type }: LifeEvent) => {
    if (next !== before) reached.add(`${before.phase} ${type} ${next.phase}`);
  };
  for (const phase of ENTRY_PHASES) {
    for (const isConflict of [false, true]) {
      const missing = { since: atSecond(0), reads: 9 };
      const entry = anEntryIn(phase, {
        isConflict,
        missing,
        generation: anEntryIn(phase).generation,
      });
      fc.assert(
        fc.property(anyEvent, (event) => remember(entry, step(entry, event), event)),
        { seed: 1, numRuns: 3000 },
      );
    }
  }
  const expected = ENTRY_PHASES.flatMap((phase) =>
    LIFE_EVENTS.flatMap((type) =>
      (LIFE_TABLE[phase][type] ?? []).map((next) => `${phase} ${type} ${next}`),
    ),
  );
  expect([...reached].sort()).toEqual(expected.sort());
});

describe("for any events in any order", () => {
  test("a final state never changes, except for being seen and saved", () => {
    fc.assert(
      fc.property(anyLife, (events) =>
        applyAll(events, (before, next) => {
          if (!isEnded(before)) return;
          const { seenAt, clipsKeptAt, clipsProblem } = next;
          expect(next).toEqual({ ...before, seenAt, clipsKeptAt, clipsProblem });
        }),
      ),
    );
  });

  test("IDs, request and task never change", () => {
    fc.assert(
      fc.property(anyLife, (events) =>
        applyAll(events, (before, next) => {
          const { id, externalTaskId, pressKey, request, preparedAt } = before;
          expect(next).toMatchObject({ id, externalTaskId, pressKey, request, preparedAt });
          if (before.generation) expect(next.generation?.id).toBe(before.generation.id);
          expect(next.attempts).toBeGreaterThanOrEqual(before.attempts);
        }),
      ),
    );
  });

  test("older answers never overwrite newer ones", () => {
    fc.assert(
      fc.property(anyLife, (events) =>
        applyAll(events, (before, next, event) => {
          const [known, updated] = [before.generation?.updatedAt, next.generation?.updatedAt];
          if (event.type !== "answer" || !known || !updated || isEnded(next)) return;
          expect(updated >= known).toBe(true);
        }),
      ),
    );
  });

  test("each field occurs only in its phases", () => {
    fc.assert(
      fc.property(anyLife, (events) =>
        applyAll(events, (_before, { phase, ...entry }) => {
          const hasTask = ["accepted", "waiting", "completed", "failed", "lost"].includes(phase);
          expect(entry.generation !== null).toBe(hasTask);
          const isOver = ["completed", "failed", "withdrawn"].includes(phase);
          expect(entry.endedAt !== null).toBe(isOver);
          if (phase === "held") expect(entry.hold).not.toBeNull();
          if (phase === "prepared" || hasTask) expect(entry.hold).toBeNull();
          if (phase === "sending") expect(entry.sentAt).not.toBeNull();
          if (entry.attempts === 0) expect(entry.sentAt).toBeNull();
        }),
      ),
    );
  });

  test("the studio or the creator can act in every unfinished phase", () => {
    fc.assert(
      fc.property(anyLife, (events) =>
        applyAll(events, (_before, entry) => {
          const isBeingSent = entry.phase === "sending";
          const isBeingRead = needsReading(entry, Date.parse(atSecond(0))) || !entry.isWatched;
          // A refused request can be edited, and sent again only then.
          const isForCreator =
            canRetry(entry) ||
            canSendAgain(entry) ||
            needsAnotherRequest(entry) ||
            riskOfPayingTwice(entry) !== null;
          const isDone = entry.phase === "completed";
          expect(isQueued(entry) || isBeingSent || isBeingRead || isForCreator || isDone).toBe(
            true,
          );
        }),
      ),
    );
  });

  test("always warns before a retry of an entry that may have a task", () => {
    fc.assert(
      fc.property(anyLife, (events) =>
        applyAll(events, (_before, entry) => {
          const mayHaveTask = ["sending", "unknown", "accepted", "waiting", "lost"];
          if (mayHaveTask.includes(entry.phase)) expect(canRetry(entry)).toBe(false);
          expect(canRetry(entry) && riskOfPayingTwice(entry) !== null).toBe(false);
          expect(canRetry(entry) && canSendAgain(entry)).toBe(false);
        }),
      ),
    );
  });
});
