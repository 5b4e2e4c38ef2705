import { describe, expect, test } from "vitest";
import {
  isDroppedConnection,
  StorageError,
  storageProblem,
  toStorageProblem,
} from "./storage-problem.ts";

/** An error as browsers throw it. */
function named(name: string): Error {
  return Object.assign(new Error("planted"), { name });
}

describe("the problem for an error of the database", () => {
  test.each([
    ["QuotaExceededError", "storage-full"],
    ["VersionError", "storage-newer"],
    ["SecurityError", "storage-unavailable"],
    ["InvalidStateError", "storage-unavailable"],
    ["NotSupportedError", "storage-unavailable"],
    ["ReferenceError", "storage-unavailable"],
    ["AbortError", "storage-failed"],
  ])("%s is %s", (name, code) => {
    expect(toStorageProblem(named(name)).code).toBe(code);
  });

  test("is unspecific for anything that is no error", () => {
    expect(toStorageProblem("QuotaExceededError").code).toBe("storage-failed");
  });

  test("is the one that a storage error carries", () => {
    const problem = storageProblem("storage-blocked");
    const error = new StorageError(problem, { cause: "planted" });
    expect(toStorageProblem(error)).toBe(problem);
    expect(error).toMatchObject({
      name: "StorageError",
      message: problem.detail,
      cause: "planted",
    });
  });
});

test("every problem can be retried, except a library of a newer version", () => {
  expect(storageProblem("storage-newer").retryable).toBe(false);
  expect(storageProblem("storage-full")).toMatchObject({ code: "storage-full", retryable: true });
});

test("two kinds of errors tell of a connection that the browser dropped", () => {
  const names = ["InvalidStateError", "UnknownError", "AbortError"];
  expect(names.map((name) => isDroppedConnection(named(name)))).toEqual([true, true, false]);
  expect(isDroppedConnection({ name: "UnknownError" })).toBe(false);
});
