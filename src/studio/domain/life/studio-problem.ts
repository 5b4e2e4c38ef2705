/** Problems that arise in the browser, in the same form as those from the proxy. */
import { type CreateOutcome, type Problem, problemType } from "#contract/problem.ts";

/** Codes of the studio's own problems, in addition to the proxy's `PROBLEM_CODES`. */
export const STUDIO_PROBLEM_CODES = [
  // Between the browser and the proxy.
  "studio-unreachable",
  "studio-timeout",
  "studio-unreadable",
  "studio-aborted",
  // The library on this device.
  "storage-unavailable",
  "storage-full",
  "storage-blocked",
  "storage-newer",
  "storage-replaced",
  "storage-failed",
  // Saving clips on this device.
  "clip-broken",
  "clip-unreadable",
  "clip-cut-short",
  "clip-damaged",
  "clips-full",
  "clips-unavailable",
  // The life of a generation.
  "never-arrived",
  "task-id-in-use",
] as const;
export type StudioProblemCode = (typeof STUDIO_PROBLEM_CODES)[number];

interface StudioProblemParts {
  detail: string;
  retryable: boolean;
  /** HTTP status of the faulty response, or 0 if there was none. */
  status?: number;
  outcome?: CreateOutcome;
}

/** Creates a problem of the browser in the form of a proxy problem. */
export function studioProblem(code: StudioProblemCode, parts: StudioProblemParts): Problem {
  return {
    type: problemType(code),
    title: code,
    status: parts.status ?? 0,
    code,
    detail: parts.detail,
    retryable: parts.retryable,
    requestId: "",
    ...(parts.outcome === undefined ? {} : { outcome: parts.outcome }),
  };
}
