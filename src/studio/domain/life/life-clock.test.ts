import { expect, test } from "vitest";
import { anEntryIn, aProblem, atSecond, aWatchedEntry, NOON } from "#studio/testing/fixtures.ts";
import { anAnswer, applyEvents, aReadProblem } from "#studio/testing/life-events.ts";
import { canSendAgain, lookupId } from "./entry-rules.ts";
import { step } from "./life.ts";

const HOUR = 3600;

test("clock: the clock was set forward while a create was unconfirmed → a resend has the same ID, and a task that is found is adopted", () => {
  const unknown = anEntryIn("unknown", { sentAt: NOON });
  // Only seconds have passed, so the create may still be in flight.
  const neverArrived = applyEvents(unknown, aReadProblem(HOUR), aReadProblem(HOUR + 2));
  expect(neverArrived.phase).toBe("never-arrived");
  expect(canSendAgain(neverArrived)).toBe(true);
  const sentAgain = step(neverArrived, { type: "send-again", now: atSecond(HOUR + 9) });
  expect(sentAgain.request.external_task_id).toBe(unknown.externalTaskId);
  for (const entry of [neverArrived, sentAgain]) {
    expect(lookupId(entry)).toBe(unknown.externalTaskId);
    expect(step(entry, anAnswer()).generation).not.toBeNull();
  }
});

test("clock: the clock was set forward while Kirin briefly didn't find a task → it is not lost before five reads", () => {
  const jumped = [0, HOUR, HOUR + 2, HOUR + 5].map((second) =>
    aReadProblem(second, aProblem("task-not-found")),
  );
  expect(applyEvents(aWatchedEntry(), ...jumped).phase).toBe("waiting");
});
