/** Foreseeable trouble as data, before it becomes a problem document. */
import type { FieldIssue, ProblemCode } from "#contract/problem.ts";

export interface Failure {
  code: ProblemCode;
  retryAfterSeconds?: number;
  issues?: FieldIssue[];
  /** Kirin's own code and words. */
  upstreamCode?: string;
  upstreamMessage?: string;
  /** Further headers of the answer. */
  headers?: Record<string, string>;
}

/** A value, or why there is none. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Shorthand for a result that is a failure. */
export function failed(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
