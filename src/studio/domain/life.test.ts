import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Generation } from "#contract/generation.ts";
import { PROBLEM_CODES } from "#contract/problem.ts";
import { TASK_STATUSES } from "#kirin/task-status.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aGeneration,
  anEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "../testing/fixtures.ts";
import {
  applyAnswer,
  applyCreateProblem,
  applyReadProblem,
  applyResend,
  applyRestart,
  canResend,
  canRetry,
  needsReading,
  prepareEntry,
  setWatched,
} from "./entry-transitions.ts";
import type { LibraryEntry } from "./library-entry.ts";
import { studioProblem } from "./studio-problem.ts";

const CREATE_TIMEOUT_MS = 30_000;
const times = { askedAt: atSecond(10), now: atSecond(11) };

const neverArrived = anEntry({
  phase: "refused",
  problem: studioProblem("never-arrived", { detail: "", retryable: true }),
});

describe("preparing", () => {
  test("the entry's id is the task id", () => {
    const entry = prepareEntry({
      id: "x",
      request: { prompt: "sea" },
      pairId: null,
      retryOf: null,
      now: NOON,
    });
    expect(entry).toMatchObject({ externalTaskId: "x", phase: "sending", sentAt: NOON });
    expect(entry.request).toEqual({ prompt: "sea", external_task_id: "x" });
  });

  test("unless the creator typed one", () => {
    const request = { prompt: "sea", external_task_id: "mine" };
    const entry = prepareEntry({ id: "x", request, pairId: null, retryOf: null, now: NOON });
    expect(entry).toMatchObject({ id: "x", externalTaskId: "mine", request });
  });
});

describe("an answer", () => {
  test("to the create is taken on, and clears what was wrong", () => {
    const asked = anEntry({ phase: "unknown", problem: aProblem("upstream-timeout") });
    expect(applyAnswer(asked, aGeneration({ status: "queued" }), times)).toMatchObject({
      phase: "watching",
      acceptedAt: atSecond(11),
      runningAt: null,
      heardAt: atSecond(11),
      problem: null,
    });
  });

  test("notes when Kirin was first heard to be working, once", () => {
    const running = applyAnswer(anEntry(), aGeneration(), times);
    const later = { askedAt: atSecond(20), now: atSecond(21) };
    expect(applyAnswer(running, aGeneration(), later).runningAt).toBe(atSecond(11));
  });

  test("brackets the end: the last question that was answered with not yet, and the end", () => {
    const running = applyAnswer(anEntry(), aGeneration(), times);
    expect(running.unendedAt).toBe(times.askedAt);
    const later = { askedAt: atSecond(20), now: atSecond(21) };
    expect(applyAnswer(running, aCompletedGeneration(), later)).toMatchObject({
      unendedAt: times.askedAt,
      endedAt: atSecond(21),
    });
  });

  test("that ends the task is final", () => {
    const ended = applyAnswer(
      aWatchedEntry(),
      aCompletedGeneration({ id: "kirin-entry-1" }),
      times,
    );
    expect(ended).toMatchObject({ phase: "ended", endedAt: atSecond(11) });
    const failed = aGeneration({ id: "kirin-entry-1", status: "failed" });
    expect(applyAnswer(ended, failed, times)).toBe(ended);
  });

  test("about another task is rejected", () => {
    const entry = aWatchedEntry();
    expect(applyAnswer(entry, aGeneration({ id: "other" }), times)).toBe(entry);
    const sent = anEntry();
    expect(applyAnswer(sent, aGeneration({ externalTaskId: "other" }), times)).toBe(sent);
  });

  test("older than the last is dropped, by Kirin's clock or else by ours", () => {
    const byKirin = aWatchedEntry({
      generation: aGeneration({ updatedAt: atSecond(9) }),
    });
    expect(applyAnswer(byKirin, aGeneration({ updatedAt: atSecond(8) }), times)).toBe(byKirin);
    const byUs = aWatchedEntry({ generation: aGeneration(), heardAt: atSecond(10.5) });
    expect(applyAnswer(byUs, aGeneration({ status: "queued" }), times)).toBe(byUs);
  });

  test("is heard after the creator's clock was set back", () => {
    const entry = aWatchedEntry({ generation: aGeneration(), heardAt: atSecond(3600) });
    expect(applyAnswer(entry, aGeneration(), times).heardAt).toBe(atSecond(11));
  });

  test("that ends the task is never too old", () => {
    const entry = aWatchedEntry({ generation: aGeneration(), heardAt: atSecond(10.5) });
    expect(applyAnswer(entry, aCompletedGeneration(), times).phase).toBe("ended");
  });
});

describe("a create that failed", () => {
  test.each(["refused", "not-sent"] as const)("%s: nothing was created", (outcome) => {
    const problem = aProblem("upstream-invalid-parameters", { outcome });
    expect(applyCreateProblem(anEntry(), problem)).toMatchObject({ phase: "refused", problem });
  });

  test.each(["unknown", undefined] as const)("%s: to be read back", (outcome) => {
    const problem = aProblem("upstream-timeout", outcome ? { outcome } : {});
    expect(applyCreateProblem(anEntry(), problem).phase).toBe("unknown");
  });

  test("because the id was used before is to be read back, whatever its outcome", () => {
    const problem = aProblem("duplicate-task-id", { outcome: "refused" });
    expect(applyCreateProblem(anEntry(), problem).phase).toBe("unknown");
  });

  test("says nothing about a task that another tab found meanwhile", () => {
    const entry = aWatchedEntry();
    expect(applyCreateProblem(entry, aProblem("upstream-timeout"))).toBe(entry);
  });
});

describe("a read that failed", () => {
  const notFound = aProblem("task-not-found");
  const unknown = anEntry({ phase: "unknown", problem: aProblem("upstream-timeout") });

  test("never ends a task that Kirin has", () => {
    for (const code of PROBLEM_CODES) {
      const after = applyReadProblem(aWatchedEntry(), aProblem(code), {
        now: atSecond(86_400),
        createTimeoutMs: CREATE_TIMEOUT_MS,
      });
      expect(after).toMatchObject({ phase: "watching", isWatched: true });
      expect(needsReading(after)).toBe(true);
    }
  });

  test("proves that a create never arrived only after twice the create time-out", () => {
    const at = (seconds: number) =>
      applyReadProblem(unknown, notFound, {
        now: atSecond(seconds),
        createTimeoutMs: CREATE_TIMEOUT_MS,
      });
    expect(at(59.9)).toBe(unknown);
    expect(at(60)).toMatchObject({ phase: "refused", problem: { code: "never-arrived" } });
  });

  test("for any other reason proves nothing, however late", () => {
    const after = applyReadProblem(unknown, aProblem("upstream-unreachable"), {
      now: atSecond(86_400),
      createTimeoutMs: CREATE_TIMEOUT_MS,
    });
    expect(after).toBe(unknown);
  });
});

describe("the creator", () => {
  test("sends again what never arrived, under the same id, and nothing else", () => {
    expect(applyResend(neverArrived, atSecond(90))).toMatchObject({
      phase: "sending",
      sentAt: atSecond(90),
      problem: null,
      externalTaskId: neverArrived.externalTaskId,
    });
    for (const entry of [anEntry(), anEntry({ phase: "unknown" }), aWatchedEntry()]) {
      expect(applyResend(entry, atSecond(90))).toBe(entry);
    }
  });

  test("may retry what failed or was refused, never what may still come", () => {
    const failed = aCompletedEntry({ generation: aGeneration({ status: "failed" }) });
    const refused = anEntry({ phase: "refused", problem: aProblem("upstream-refused") });
    expect([failed, refused].map(canRetry)).toEqual([true, true]);
    const others = [anEntry(), anEntry({ phase: "unknown" }), aWatchedEntry(), neverArrived];
    expect(others.map(canRetry)).toEqual([false, false, false, false]);
  });

  test("stops watching and watches again; an end is beyond that", () => {
    const stopped = setWatched(aWatchedEntry(), false);
    expect([stopped.isWatched, needsReading(stopped)]).toEqual([false, false]);
    expect(needsReading(setWatched(stopped, true))).toBe(true);
    const ended = aCompletedEntry();
    expect(setWatched(ended, false)).toBe(ended);
  });
});

test("what a closed page was sending is looked for", () => {
  expect(applyRestart(anEntry()).phase).toBe("unknown");
  const entry = aWatchedEntry();
  expect(applyRestart(entry)).toBe(entry);
});

describe("whatever happens, in whatever order", () => {
  const answer = fc
    .record({
      status: fc.constantFrom(...TASK_STATUSES),
      updatedAt: fc.option(fc.nat(100).map(atSecond)),
      id: fc.constantFrom("kirin-1", "kirin-2"),
      externalTaskId: fc.constantFrom("entry-1", "entry-2", null),
    })
    .map((parts): Generation => aGeneration(parts));
  const problem = fc
    .record({
      code: fc.constantFrom(...PROBLEM_CODES),
      outcome: fc.constantFrom("refused", "not-sent", "unknown" as const),
    })
    .map(({ code, outcome }) => aProblem(code, { outcome }));
  type Step = (entry: LibraryEntry, now: string) => LibraryEntry;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(answer, fc.nat(50)).map(
      ([generation, lateBy]): Step =>
        (entry, now) =>
          applyAnswer(entry, generation, {
            askedAt: new Date(Date.parse(now) - lateBy * 1000).toISOString(),
            now,
          }),
    ),
    problem.map(
      (p): Step =>
        (entry) =>
          applyCreateProblem(entry, p),
    ),
    problem.map(
      (p): Step =>
        (entry, now) =>
          applyReadProblem(entry, p, { now, createTimeoutMs: CREATE_TIMEOUT_MS }),
    ),
    fc.constant<Step>(applyResend),
    fc.constant<Step>(applyRestart),
    fc.boolean().map(
      (isWatched): Step =>
        (entry) =>
          setWatched(entry, isWatched),
    ),
  );

  test("ends stay, ids stay, one task stays one task, and nothing is left that nobody looks at", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let entry = anEntry();
        steps.forEach((apply, index) => {
          const before = entry;
          entry = apply(entry, atSecond(index * 7));
          if (before.phase === "ended") expect(entry).toBe(before);
          expect(entry).toMatchObject({ id: before.id, externalTaskId: before.externalTaskId });
          if (before.generation) expect(entry.generation?.id).toBe(before.generation.id);
          expect(entry.phase === "ended").toBe(entry.endedAt !== null);
          expect(entry.phase === "watching" || entry.phase === "ended").toBe(
            entry.generation !== null,
          );
          const isResting = ["ended", "refused", "sending"].includes(entry.phase);
          expect(isResting || needsReading(entry) || !entry.isWatched).toBe(true);
          expect(canResend(entry) && canRetry(entry)).toBe(false);
        });
      }),
    );
  });
});
