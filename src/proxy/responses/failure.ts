/** Expected failures as data, before they become problem documents. */
import type { FieldIssue, ProblemCode } from "#contract/problem.ts";

export interface Failure {
  code: ProblemCode;
  retryAfterSeconds?: number;
  issues?: FieldIssue[];
  /** Kirin's own error code and message. */
  upstreamCode?: string;
  upstreamMessage?: string;
  /** Additional response headers. */
  headers?: Record<string, string>;
}

/** A value or a failure. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export function failed(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
