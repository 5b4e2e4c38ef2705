import { describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "#contract/problem.ts";
import { ERROR_CODES } from "#kirin/refusals/error-codes.ts";
import { unknownProblem } from "#messages/problems.ts";
import { otherTaskError, taskErrors, taskRefusals } from "#messages/task-errors.ts";
import { STUDIO_PROBLEM_CODES, studioProblem } from "#studio/domain/life/studio-problem.ts";
import { aProblem } from "#studio/testing/fixtures.ts";
import {
  describeProblem,
  describeTaskError,
  problemExplanation,
  problemSummary,
} from "./describe-problem.ts";

describe("the message for a known problem", () => {
  const known = [
    ...PROBLEM_CODES.map((code) => describeProblem(aProblem(code))),
    ...STUDIO_PROBLEM_CODES.map((code) =>
      describeProblem(studioProblem(code, { detail: "", retryable: false })),
    ),
    ...ERROR_CODES.map((error) => describeTaskError(error)),
    ...Object.values(taskRefusals),
  ];

  test("never falls back to the message for unknown problems", () => {
    expect(known).not.toContain(unknownProblem);
    expect(known).not.toContain(otherTaskError);
  });

  test("has a unique title", () => {
    expect(new Set(known.map(({ title }) => title)).size).toBe(known.length);
  });

  test("consists of complete sentences", () => {
    for (const { title, detail, action } of known) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(detail).toMatch(/^[A-Z].*\.$/);
      if (action !== null) expect(action).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test("upgrade: a newer proxy reports an unknown problem code → its own sentence is shown", () => {
  const words = describeProblem({
    ...aProblem("internal-error"),
    code: "brand-new",
    detail: "News.",
  });
  expect(words).toEqual({ ...unknownProblem, detail: "News." });
});

test("has a sentence of its own for an unknown problem without one", () => {
  const words = describeProblem({ ...aProblem("internal-error"), code: "brand-new", detail: "" });
  expect(words).toEqual(unknownProblem);
});

test("explains a failure by the kind of its code", () => {
  expect(describeTaskError({ code: "002014095" })).toBe(taskErrors.internal);
});

test("explains a failure without a code or with an unknown one", () => {
  expect(describeTaskError(null)).toBe(otherTaskError);
  expect(describeTaskError({ code: null })).toBe(otherTaskError);
  expect(describeTaskError({ code: "110001" })).toBe(otherTaskError);
});

test.each([
  [{ code: "1301" }],
  [{ code: "002014097", causeCode: "1300" }],
  [{ code: "002014099", message: "The prompt was refused by content moderation." }],
  [{ code: null, message: "Content violates the policy" }],
  [{ code: null, message: "Failure to pass the risk control system" }],
])("names the prompt in a failure that it caused: %j", (error) => {
  expect(describeTaskError({ message: "", ...error })).toBe(taskRefusals.prompt);
});

test.each([
  [{ code: "002014095", message: "Out of memory" }],
  [{ code: "1102", message: "moderation" }],
  [{ code: null, message: "Image pixel is invalid" }],
])("does not name the prompt in other failures: %j", (error) => {
  expect(describeTaskError(error)).not.toBe(taskRefusals.prompt);
});

test("explains a failure by the business code inside it", () => {
  expect(describeTaskError({ code: "002014097", causeCode: "1102" })).toBe(taskRefusals.balance);
  expect(describeTaskError({ code: "1103" })).toBe(taskRefusals.permission);
});

test("combines what happened and what to do in one line, or only what happened", () => {
  expect(problemSummary(aProblem("missing-key"))).toMatch(
    /^No API key is set\. Set KIRIN_API_KEY .*\.$/,
  );
  expect(problemSummary(aProblem("clip-address-refused"))).toBe("The clip's address isn't safe.");
  const { detail, action } = describeProblem(aProblem("missing-key"));
  expect(problemExplanation(aProblem("missing-key"))).toBe(`${detail} ${action}`);
});
