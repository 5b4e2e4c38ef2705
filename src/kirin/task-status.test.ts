import { describe, expect, test } from "vitest";
import { isEndStatus, isKnownStatusWord, statusOfWord, TASK_STATUSES } from "./task-status.ts";

describe("status words", () => {
  test.each([
    [" Succeed ", "completed"],
    ["\tFAILED\n", "failed"],
    ["In_Queue ", "queued"],
    [" IN_PROGRESS", "running"],
  ])("are read in any case and with spaces around them: %j means %s", (word, status) => {
    expect(statusOfWord(word)).toBe(status);
    expect(isKnownStatusWord(word)).toBe(true);
  });

  test("are unknown if they are not listed, even if they contain a listed one", () => {
    for (const word of ["warming_up", "not completed", "completed!", ""]) {
      expect(isKnownStatusWord(word)).toBe(false);
      expect(statusOfWord(word)).toBe("running");
    }
  });
});

test("only completed and failed are final", () => {
  expect(TASK_STATUSES.filter(isEndStatus)).toEqual(["completed", "failed"]);
});
