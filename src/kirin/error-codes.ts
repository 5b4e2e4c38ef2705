/**
 * The five error codes of Kirin's reference page. Codes keep their leading zeros: they are strings.
 */

/** Our name for what went wrong; the studio has a sentence and an advice for each. */
export type ErrorKind =
  | "internal"
  | "result-unreadable"
  | "http-error"
  | "status-check"
  | "task-creation";

export interface ErrorCode {
  readonly code: string;
  readonly kind: ErrorKind;
  /** Kirin's own description. */
  readonly description: string;
}

/** Something went wrong inside Kirin. */
export const INTERNAL_ERROR_CODE = "002014095";
/** The code of a completed task whose result cannot be used. */
export const RESULT_UNREADABLE_CODE = "002014096";
/** A service behind Kirin answered with an error; its own code and words may stand inside the message. */
export const HTTP_ERROR_CODE = "002014097";
/** The task could not be begun; what moderation refuses ends so too. */
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

/** What the page says of a code, or undefined for a code it does not list. */
export function errorCode(code: string): ErrorCode | undefined {
  return BY_CODE.get(code);
}
