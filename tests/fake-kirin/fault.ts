/** Everything that can go wrong with one request, in the model tests and in the crash trials alike. */

/** For a create: whether Kirin makes the task all the same. */
interface Applied {
  isApplied?: boolean;
}

export type Fault =
  | { kind: "none" }
  /** No connection is made, so the request certainly does not arrive. */
  | { kind: "unreachable" }
  /** The connection breaks before the request arrives. */
  | { kind: "lost" }
  /** The request arrives after `ms`. */
  | { kind: "delayed"; ms: number }
  /** The answer is made at once and arrives after `ms`, so that a later answer can overtake it. */
  | { kind: "slow"; ms: number }
  /** The connection breaks instead of the answer, after half of the answer, or the answer never comes. */
  | ({ kind: "reset" | "truncated" | "silent" } & Applied)
  /** A gateway answers with a page and status 200, or with an error. */
  | ({ kind: "html" } & Applied)
  | ({ kind: "status"; status: number } & Applied)
  /** The connection breaks or stays silent, and Kirin makes the task `ms` after the create. */
  | { kind: "late"; ms: number; isReset: boolean }
  /** The create arrives twice. Either answer can be the one that reaches the caller. */
  | { kind: "duplicate"; isFirstAnswered: boolean }
  /** Kirin refuses. `code` is its business code. */
  | { kind: "refused"; status: number; code?: string; retryAfterSeconds?: number | null }
  /** Kirin answers with somebody else's task. */
  | { kind: "stranger" }
  /** A read is answered as if there were no such task. */
  | { kind: "missing" }
  /** The URL of a clip has expired. */
  | { kind: "expired" };

/** The requests that a fault can strike at Kirin. */
export type RequestKind = "create" | "read" | "clip";

export const NO_FAULT: Fault = { kind: "none" };
