/** Maps errors of the browser's storage to problems. */
import type { Problem } from "#contract/problem.ts";
import { type StudioProblemCode, studioProblem } from "#studio/domain/life/studio-problem.ts";

type StorageProblemCode = Extract<StudioProblemCode, `storage-${string}`>;

const CODE_BY_EXCEPTION: Readonly<Record<string, StorageProblemCode>> = {
  QuotaExceededError: "storage-full",
  VersionError: "storage-newer",
  // Thrown if storage is disabled or missing in a private window.
  SecurityError: "storage-unavailable",
  InvalidStateError: "storage-unavailable",
  NotSupportedError: "storage-unavailable",
  ReferenceError: "storage-unavailable",
};

/** A database error with a specific problem that the creator can act on. */
export class StorageError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail, options);
    this.name = "StorageError";
    this.problem = problem;
  }
}

/** The problem for a code. It has no detail of its own, because the screens describe each code. */
export function storageProblem(code: StorageProblemCode): Problem {
  return studioProblem(code, { detail: code, retryable: code !== "storage-newer" });
}

/** The problem for any error that a database threw. */
export function toStorageProblem(fault: unknown): Problem {
  if (fault instanceof StorageError) return fault.problem;
  const name = fault instanceof Error ? fault.name : "";
  return storageProblem(CODE_BY_EXCEPTION[name] ?? "storage-failed");
}

/**
 * Whether an error comes from a transaction on a closed or lost connection. iOS causes these for pages that were
 * suspended.
 */
export function isDroppedConnection(fault: unknown): boolean {
  return fault instanceof Error && ["InvalidStateError", "UnknownError"].includes(fault.name);
}
