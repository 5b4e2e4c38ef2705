import { describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "#contract/problem.ts";
import { ERROR_CODES } from "#kirin/refusals/error-codes.ts";
import { unknownProblem } from "#messages/problems.ts";
import { otherTaskError, taskRefusals } from "#messages/task-errors.ts";
import { STUDIO_PROBLEM_CODES, studioProblem } from "#studio/domain/life/studio-problem.ts";
import { aProblem } from "#studio/testing/fixtures.ts";
import { describeProblem, describeTaskError, problemSummary } from "./describe-problem.ts";

describe("every code has words of its own", () => {
  const known = [
    ...PROBLEM_CODES.map((code) => describeProblem(aProblem(code))),
    ...STUDIO_PROBLEM_CODES.map((code) =>
      describeProblem(studioProblem(code, { detail: "", retryable: false })),
    ),
    ...ERROR_CODES.map((error) => describeTaskError(error)),
    ...Object.values(taskRefusals),
  ];

  test("none falls back on the words for the unknown", () => {
    expect(known).not.toContain(unknownProblem);
    expect(known).not.toContain(otherTaskError);
  });

  test("no two have the same title", () => {
    expect(new Set(known.map(({ title }) => title)).size).toBe(known.length);
  });

  test("all are whole sentences", () => {
    for (const { title, detail, action } of known) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(detail).toMatch(/^[A-Z].*\.$/);
      if (action !== null) expect(action).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test("upgrade: a newer proxy reports a problem by a code that this page does not know → shown with the sentence it came with", () => {
  const words = describeProblem({
    ...aProblem("internal-error"),
    code: "brand-new",
    detail: "News.",
  });
  expect(words).toEqual({ ...unknownProblem, detail: "News." });
});

test("a failure without a code, or with a strange one, is still explained", () => {
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
])("a failure for the prompt's sake names the prompt: %j", (error) => {
  expect(describeTaskError({ message: "", ...error })).toBe(taskRefusals.prompt);
});

test.each([
  [{ code: "002014095", message: "Out of memory" }],
  [{ code: "1102", message: "moderation" }],
  [{ code: null, message: "Image pixel is invalid" }],
])("any other failure does not: %j", (error) => {
  expect(describeTaskError(error)).not.toBe(taskRefusals.prompt);
});

test("a business code inside a failure says what it is about", () => {
  expect(describeTaskError({ code: "002014097", causeCode: "1102" })).toBe(taskRefusals.balance);
  expect(describeTaskError({ code: "1103" })).toBe(taskRefusals.permission);
});

test("what happened and what to do fit on one line; where nothing can be done, what happened", () => {
  expect(problemSummary(aProblem("missing-key"))).toMatch(
    /^No API key is set\. Set KIRIN_API_KEY .*\.$/,
  );
  expect(problemSummary(aProblem("clip-address-refused"))).toBe("The clip's address isn't safe.");
});
