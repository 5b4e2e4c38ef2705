/** The faults of a single request, shared by the model tests and the crash trials. */

/** For a create: whether Kirin still creates the task. */
interface Applied {
  isApplied?: boolean;
}

export type Fault =
  | { kind: "none" }
  /** No connection is established, so the request certainly does not arrive. */
  | { kind: "unreachable" }
  /** The connection breaks before the request arrives. */
  | { kind: "lost" }
  /** The request arrives after `ms`. */
  | { kind: "delayed"; ms: number }
  /** The response is produced at once and arrives after `ms`, so that a later response can overtake it. */
  | { kind: "slow"; ms: number }
  /** The connection breaks before the response or after half of it, or the response never arrives. */
  | ({ kind: "reset" | "truncated" | "silent" } & Applied)
  /** A gateway responds with an HTML page and status 200, or with an error. */
  | ({ kind: "html" } & Applied)
  | ({ kind: "status"; status: number } & Applied)
  /** The connection breaks or stays silent, and Kirin creates the task `ms` after the create. */
  | { kind: "late"; ms: number; isReset: boolean }
  /** The create arrives twice, and one of the two responses reaches the caller. */
  | { kind: "duplicate"; isFirstAnswered: boolean }
  /** Kirin refuses. `code` is its business code. */
  | { kind: "refused"; status: number; code?: string; retryAfterSeconds?: number | null }
  /** Kirin responds with the task of another account. */
  | { kind: "foreign-task" }
  /** A read is answered with "no such task". */
  | { kind: "missing" }
  /** The URL of a clip has expired. */
  | { kind: "expired" };

/** The kinds of requests to Kirin that can have a fault. */
export type RequestKind = "create" | "read" | "clip";

export const NO_FAULT: Fault = { kind: "none" };
