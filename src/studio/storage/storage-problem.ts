/** What a fault of the browser's storage means for the creator. */
import type { Problem } from "#contract/problem.ts";
import { type StudioProblemCode, studioProblem } from "../domain/studio-problem.ts";
import { StorageError } from "./entry-database.ts";

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
  // What browsers throw when storage is switched off, or a private window has none.
  SecurityError: "storage-unavailable",
  InvalidStateError: "storage-unavailable",
  NotSupportedError: "storage-unavailable",
  ReferenceError: "storage-unavailable",
};

/** A problem of the library, by its code. */
export function storageProblem(code: StorageProblemCode): Problem {
  return studioProblem(code, { detail: DETAILS[code], retryable: code !== "storage-newer" });
}

/** The problem behind whatever a database threw. */
export function toStorageProblem(fault: unknown): Problem {
  if (fault instanceof StorageError) return fault.problem;
  const name = fault instanceof Error ? fault.name : "";
  return storageProblem(CODE_BY_EXCEPTION[name] ?? "storage-failed");
}

/** What a transaction on a closed or lost connection throws; iOS does it to pages that slept. */
export function isDroppedConnection(fault: unknown): boolean {
  return fault instanceof Error && ["InvalidStateError", "UnknownError"].includes(fault.name);
}
