/** Events in the life of an entry, for tests. Seconds are after noon. */
import type { Generation } from "#contract/generation.ts";
import type { Problem } from "#contract/problem.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { type LifeEvent, step } from "#studio/domain/life/life.ts";
import { aGeneration, aProblem, atSecond } from "./fixtures.ts";

type Answer = Extract<LifeEvent, { type: "answer" }>;

/** Kirin reports the task: requested at second 10, received at second 11. */
export function anAnswer(
  answer: Generation = aGeneration(),
  change: Partial<Answer> = {},
): LifeEvent {
  return {
    type: "answer",
    answer,
    from: "read",
    askedAt: atSecond(10),
    now: atSecond(11),
    ...change,
  };
}

/** The create fails at second 3. */
export function aCreateProblem(problem: Problem, attempt = 1): LifeEvent {
  return { type: "create-problem", problem, attempt, now: atSecond(3) };
}

/** A read that was sent at some second fails; the proxy waits 30 s for creates. */
export function aReadProblem(seconds: number, problem = aProblem("task-not-found")): LifeEvent {
  const askedAt = atSecond(seconds);
  return { type: "read-problem", problem, askedAt, createTimeoutMs: 30_000 };
}

/** The entry after some events. */
export function applyEvents(entry: LibraryEntry, ...events: LifeEvent[]): LibraryEntry {
  return events.reduce(step, entry);
}
