/** The five error codes on Kirin's reference page. They are strings, because they have leading zeros. */

/** Our name for the failure. The studio has a message and advice for each. */
export type ErrorKind =
  | "internal"
  | "result-unreadable"
  | "http-error"
  | "status-check"
  | "task-creation";

export interface ErrorCode {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly description: string;
}

/** Kirin failed internally. */
export const INTERNAL_ERROR_CODE = "002014095";
/** A completed task whose result cannot be used. */
export const RESULT_UNREADABLE_CODE = "002014096";
/** A service behind Kirin returned an error. Its own code and message may be inside the message. */
export const HTTP_ERROR_CODE = "002014097";
/** The task could not be started, for example because moderation refused the prompt. */
export const TASK_CREATION_CODE = "002014099";

export const ERROR_CODES = [
  {
    code: INTERNAL_ERROR_CODE,
    kind: "internal",
    description: "Internal generation error",
  },
  {
    code: RESULT_UNREADABLE_CODE,
    kind: "result-unreadable",
    description: "Result parsing error",
  },
  {
    code: HTTP_ERROR_CODE,
    kind: "http-error",
    description: "HTTP error response",
  },
  {
    code: "002014098",
    kind: "status-check",
    description: "Status check error",
  },
  {
    code: TASK_CREATION_CODE,
    kind: "task-creation",
    description: "Task creation error",
  },
] as const satisfies readonly ErrorCode[];

const BY_CODE = new Map<string, ErrorCode>(ERROR_CODES.map((entry) => [entry.code, entry]));

/** The entry of a listed code, or undefined. */
export function errorCode(code: string): ErrorCode | undefined {
  return BY_CODE.get(code);
}
