import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { needsReading } from "#studio/domain/life/entry-rules.ts";
import { ENTRY_PHASES } from "#studio/domain/life/library-entry.ts";
import {
  anEntry,
  anEntryIn,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import {
  firstReadDelayMs,
  followLibrary,
  mayReadNow,
  type Poll,
  pollStep,
  readDelayMs,
} from "./poll-rules.ts";

const NOON_MS = Date.parse(NOON);

const situation = {
  nowMs: NOON_MS,
  pollMinMs: 2000,
  isHidden: false,
  plan: () => ({ delaySeconds: () => 7 }),
};

function aPoll(change: Partial<Poll> = {}): Poll {
  return {
    subject: "task",
    phase: "scheduled",
    reads: 0,
    failures: 0,
    problem: null,
    askedAtMs: NOON_MS,
    ...change,
  };
}

/** Applies the changes of one library state. */
function follow(polls: Map<string, { poll: Poll }>, entries: Parameters<typeof followLibrary>[1]) {
  const changes = followLibrary(polls, entries, NOON_MS);
  for (const id of changes.ended) polls.delete(id);
  for (const { entry, poll } of changes.begun) polls.set(entry.id, { poll });
  return changes;
}

const entries = fc
  .array(
    fc.record({
      id: fc.constantFrom("a", "b", "c"),
      phase: fc.constantFrom(...ENTRY_PHASES),
      isWatched: fc.boolean(),
    }),
    { maxLength: 3 },
  )
  .map((rows) => {
    const byId = new Map(rows.map((row) => [row.id, anEntryIn(row.phase, row)]));
    return [...byId.values()];
  });

describe("the polls", () => {
  test("are those of the entries that need reading, after any changes of the library", () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 5 }), (states) => {
        const polls = new Map<string, { poll: Poll }>();
        for (const state of states) {
          const before = new Map(polls);
          const { begun } = follow(polls, state);
          const wanted = state.filter((entry) => needsReading(entry, NOON_MS)).map(({ id }) => id);
          expect([...polls.keys()].sort()).toEqual(wanted.sort());
          const begunIds = new Set(begun.map(({ entry }) => entry.id));
          for (const [id, watch] of polls) {
            if (!begunIds.has(id)) expect(watch).toBe(before.get(id));
          }
          expect(follow(polls, state)).toEqual({ ended: [], begun: [] });
        }
      }),
    );
  });

  test("restart for another reason, but keep the time of the last read", () => {
    const polls = new Map([["a", { poll: aPoll({ subject: "unknown", askedAtMs: 5, reads: 3 }) }]]);
    const changes = followLibrary(polls, [aWatchedEntry({ id: "a" })], NOON_MS);
    expect(changes.ended).toEqual(["a"]);
    expect(changes.begun).toMatchObject([{ poll: aPoll({ askedAtMs: 5 }) }]);
  });

  test("start from the last answer, even if another tab received it", () => {
    const heard = aWatchedEntry({ id: "a", heardAt: atSecond(9) });
    const [begun] = followLibrary(new Map(), [heard], NOON_MS).begun;
    expect(begun?.poll.askedAtMs).toBe(NOON_MS + 9000);
  });
});

describe("a read", () => {
  const problem = aProblem("upstream-unreachable");

  test("waits for its timer, then for a free connection, then for its answer", () => {
    const due = pollStep(aPoll(), { type: "due" });
    const asked = pollStep(due, { type: "ask", nowMs: NOON_MS + 100 });
    expect([due.phase, asked.phase, asked.askedAtMs]).toEqual([
      "waiting",
      "reading",
      NOON_MS + 100,
    ]);
    expect(pollStep(asked, { type: "answer", problem: null })).toEqual(
      aPoll({ reads: 1, askedAtMs: NOON_MS + 100 }),
    );
  });

  test("counts its consecutive failures", () => {
    const answers = fc.array(fc.constantFrom(problem, null), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(answers, (problems) => {
        const poll = problems.reduce<Poll>(
          (before, each) => pollStep(before, { type: "answer", problem: each }),
          aPoll(),
        );
        const sinceSuccess = problems.length - 1 - problems.lastIndexOf(null);
        expect(poll).toMatchObject({ reads: problems.length, failures: sinceSuccess });
        expect(poll.problem).toBe(problems.at(-1));
      }),
    );
  });

  test("happens at once for an unanswered create, and by the plan for a task", () => {
    const unknown = anEntry({ phase: "unknown" });
    expect(firstReadDelayMs(unknown, aPoll({ subject: "unknown" }), situation)).toBe(0);
    expect(firstReadDelayMs(aWatchedEntry(), aPoll(), situation)).toBe(7000);
  });

  test("never happens before the retry time that Kirin set", () => {
    const named = aProblem("rate-limited", { retryAfterSeconds: 45 });
    fc.assert(
      fc.property(
        fc.constantFrom("unknown", "late", "task" as const),
        fc.nat(10),
        fc.boolean(),
        (subject, reads, isHidden) => {
          const poll = aPoll({ subject, reads, failures: 1, problem: named });
          const delayMs = readDelayMs(aWatchedEntry(), poll, { ...situation, isHidden });
          expect(delayMs).toBeGreaterThanOrEqual(45_000);
        },
      ),
    );
  });
});

describe("a read that the creator asks for", () => {
  const laterBy = (ms: number) => ({ nowMs: NOON_MS + ms, pollMinMs: 2000 });

  test("is allowed once the shortest gap has passed, or the clock was set back by more", () => {
    expect([0, 1999, 2000, -1999, -2000].map((ms) => mayReadNow(aPoll(), laterBy(ms)))).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  test("is not allowed while another is in flight", () => {
    for (const phase of ["waiting", "reading"] as const) {
      expect(mayReadNow(aPoll({ phase }), laterBy(60_000))).toBe(false);
    }
  });

  test("waits for the retry time that Kirin set", () => {
    const poll = aPoll({ problem: aProblem("rate-limited", { retryAfterSeconds: 45 }) });
    expect([44_999, 45_000].map((ms) => mayReadNow(poll, laterBy(ms)))).toEqual([false, true]);
  });
});
