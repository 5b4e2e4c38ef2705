/** How an entry applies failed creates and reads. */
import { describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "#contract/problem.ts";
import {
  aGeneration,
  aHold,
  anEntry,
  anEntryIn,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import {
  aCreateProblem,
  anAnswer,
  applyEvents,
  aReadProblem,
} from "#studio/testing/life-events.ts";
import { needsReading } from "./entry-rules.ts";
import { step } from "./life.ts";

describe("a create that failed", () => {
  test("makes the entry refused if the failure is permanent", () => {
    const problem = aProblem("upstream-invalid-parameters", { outcome: "refused" });
    const entry = anEntry({ hold: aHold() });
    expect(step(entry, aCreateProblem(problem))).toEqual({
      ...entry,
      phase: "refused",
      problem,
      hold: null,
    });
  });

  test.each([
    ["refused", "upstream-payment-required", "balance"],
    ["not-sent", "missing-key", "no-key"],
  ] as const)("(%s, %s) is held until %s is resolved", (outcome, code, reason) => {
    const problem = aProblem(code, { outcome });
    expect(step(anEntry(), aCreateProblem(problem))).toMatchObject({
      phase: "held",
      problem,
      hold: { reason, since: atSecond(3), tries: 1 },
    });
    const again = anEntry({ hold: aHold({ reason }) });
    expect(step(again, aCreateProblem(problem)).hold).toMatchObject({ since: NOON, tries: 2 });
  });

  test.each(["unknown", undefined] as const)(
    "is checked by a read if its outcome is %s",
    (outcome) => {
      const problem = aProblem("parallel-limit", outcome ? { outcome } : {});
      expect(step(anEntry(), aCreateProblem(problem))).toEqual(
        anEntry({ phase: "unknown", problem, isConflict: false }),
      );
    },
  );

  test("submit: Kirin reports that the ID is in use (409) → the task with that ID is read and adopted", () => {
    const used = aProblem("duplicate-task-id", { outcome: "refused" });
    const entry = step(anEntry(), aCreateProblem(used));
    expect(entry).toMatchObject({ phase: "unknown", isConflict: true });
    const reset = aProblem("upstream-reset", { outcome: "unknown" });
    expect(step(entry, aCreateProblem(reset)).isConflict).toBe(true);
  });

  test("is recorded even after another tab stopped waiting", () => {
    const problem = aProblem("upstream-refused", { outcome: "refused" });
    expect(step(anEntryIn("unknown"), aCreateProblem(problem)).phase).toBe("refused");
  });

  test("submit: the problem of an earlier create arrives late → it affects neither a later create nor a found task", () => {
    const problem = aProblem("upstream-refused", { outcome: "refused" });
    const second = anEntry({ attempts: 2 });
    expect(step(second, aCreateProblem(problem, 1))).toBe(second);
    const found = aWatchedEntry();
    expect(step(found, aCreateProblem(problem))).toBe(found);
  });
});

describe("a missing task after an unanswered create", () => {
  const unknown = anEntryIn("unknown", { sentAt: NOON });

  test("submit: reads after an unanswered create return 404 → inconclusive before twice the timeout, then two more 404s mean that Kirin never received it", () => {
    const once = step(unknown, aReadProblem(59.9));
    expect(once).toEqual({ ...unknown, missing: { since: atSecond(59.9), reads: 1 } });
    expect(step(once, aReadProblem(59.95))).toMatchObject({
      phase: "unknown",
      missing: { since: atSecond(59.9), reads: 2 },
    });
    expect(step(unknown, aReadProblem(300)).phase).toBe("unknown");
    expect(step(once, aReadProblem(60))).toEqual({
      ...unknown,
      phase: "never-arrived",
      missing: { since: atSecond(60), reads: 2 },
      problem: expect.objectContaining({
        code: "never-arrived",
        retryable: true,
        outcome: "not-sent",
        detail: expect.stringContaining("never reached it"),
      }),
    });
  });

  test("counts from the create rather than the press", () => {
    const late = { ...unknown, sentAt: atSecond(100) };
    expect(applyEvents(late, aReadProblem(101), aReadProblem(159)).phase).toBe("unknown");
    expect(applyEvents(late, aReadProblem(101), aReadProblem(160)).phase).toBe("never-arrived");
    const unsent = { ...unknown, sentAt: null, preparedAt: atSecond(100) };
    expect(applyEvents(unsent, aReadProblem(101), aReadProblem(159)).phase).toBe("unknown");
    expect(applyEvents(unsent, aReadProblem(101), aReadProblem(160)).phase).toBe("never-arrived");
  });

  test("clock: the clock was set back while a create was unconfirmed → its outcome is still determined", () => {
    const ahead = { ...unknown, sentAt: atSecond(36_000) };
    expect(applyEvents(ahead, aReadProblem(0), aReadProblem(59)).phase).toBe("unknown");
    expect(applyEvents(ahead, aReadProblem(0), aReadProblem(60)).phase).toBe("never-arrived");
    const between = applyEvents(ahead, aReadProblem(36_001), aReadProblem(0));
    expect(between.missing).toEqual({ since: NOON, reads: 2 });
    expect(step(between, aReadProblem(60)).phase).toBe("never-arrived");
  });

  test("poll: reads fail while a create is unconfirmed → inconclusive however late, and nothing is resent", () => {
    for (const code of PROBLEM_CODES.filter((each) => each !== "task-not-found")) {
      expect(step(unknown, aReadProblem(86_400, aProblem(code)))).toBe(unknown);
    }
  });

  test("submit: Kirin reports an ID in use but doesn't find its task → it is read for two minutes, then refused", () => {
    const problem = aProblem("duplicate-task-id", { outcome: "refused" });
    const used = { ...unknown, problem, isConflict: true };
    const reads = [10, 40, 70, 100].map((seconds) => aReadProblem(seconds));
    const almost = applyEvents(used, ...reads);
    expect(almost).toMatchObject({ phase: "unknown", missing: { since: atSecond(10), reads: 4 } });
    expect(step(almost, aReadProblem(129.9)).phase).toBe("unknown");
    expect(step(almost, aReadProblem(130))).toEqual({ ...used, phase: "refused", missing: null });
  });
});

describe("failed reads of an existing task", () => {
  test.each(["accepted", "waiting"] as const)(
    "poll: reads of a task that Kirin has fail for a whole day → the task stays tracked (%s)",
    (phase) => {
      for (const code of PROBLEM_CODES.filter((each) => each !== "task-not-found")) {
        const entry = anEntryIn(phase);
        const problem = aProblem(code);
        const withProblem = step(entry, aReadProblem(86_400, problem));
        expect(withProblem).toEqual({ ...entry, problem });
        expect(needsReading(withProblem, Date.parse(atSecond(86_400)))).toBe(true);
        // The same problem again changes nothing.
        expect(step(withProblem, aReadProblem(86_400, aProblem(code)))).toBe(withProblem);
      }
    },
  );

  test("poll: Kirin no longer finds a task (404) → tracking continues, and the task is lost only after five reads in two minutes", () => {
    const notFound = aProblem("task-not-found");
    const entry = aWatchedEntry();
    const four = applyEvents(entry, ...[0, 60, 90, 100].map((seconds) => aReadProblem(seconds)));
    expect(four).toEqual({ ...entry, problem: notFound, missing: { since: NOON, reads: 4 } });
    expect(step(four, aReadProblem(119.9)).phase).toBe("waiting");
    expect(step(four, aReadProblem(120))).toEqual({
      ...entry,
      phase: "lost",
      problem: notFound,
      missing: { since: NOON, reads: 5 },
    });
    expect(applyEvents(entry, aReadProblem(0), aReadProblem(500)).phase).toBe("waiting");
  });

  test("resets the count once Kirin answers", () => {
    const entry = aWatchedEntry({ generation: aGeneration() });
    expect(applyEvents(entry, aReadProblem(0), anAnswer()).missing).toBeNull();
  });
});
