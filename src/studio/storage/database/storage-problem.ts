/** Maps errors of the browser's storage to problems. */
import type { Problem } from "#contract/problem.ts";
import { type StudioProblemCode, studioProblem } from "#studio/domain/life/studio-problem.ts";

const DETAILS = {
  "storage-full": "There is no room left for the library on this device.",
  "storage-newer": "A newer version of the studio has written this library.",
  "storage-unavailable": "This browser window does not let the studio keep a library.",
  "storage-blocked": "Another tab with an older version of the studio holds the library.",
  "storage-replaced": "A newer version of the studio was opened in another tab.",
  "storage-failed": "The library could not be read or written.",
} as const satisfies Partial<Record<StudioProblemCode, string>>;

type StorageProblemCode = keyof typeof DETAILS;

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

/** The problem for a code. */
export function storageProblem(code: StorageProblemCode): Problem {
  return studioProblem(code, { detail: DETAILS[code], retryable: code !== "storage-newer" });
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
