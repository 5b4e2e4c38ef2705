import { expect, test } from "vitest";
import {
  ERROR_CODES,
  errorCode,
  HTTP_ERROR_CODE,
  INTERNAL_ERROR_CODE,
  RESULT_UNREADABLE_CODE,
  TASK_CREATION_CODE,
} from "./error-codes.ts";

test("gives each of the five documented codes its own kind", () => {
  expect(ERROR_CODES.map(({ code, kind }) => [code, kind])).toEqual([
    ["002014095", "internal"],
    ["002014096", "result-unreadable"],
    ["002014097", "http-error"],
    ["002014098", "status-check"],
    ["002014099", "task-creation"],
  ]);
});

test("exports the codes under the right names", () => {
  expect(errorCode(INTERNAL_ERROR_CODE)?.kind).toBe("internal");
  expect(errorCode(RESULT_UNREADABLE_CODE)?.kind).toBe("result-unreadable");
  expect(errorCode(HTTP_ERROR_CODE)?.kind).toBe("http-error");
  expect(errorCode(TASK_CREATION_CODE)?.kind).toBe("task-creation");
});

test("rejects a code without its leading zeros, and any other code", () => {
  for (const code of ["2014097", "1301", "500", ""]) expect(errorCode(code)).toBeUndefined();
});
