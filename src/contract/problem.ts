/**
 * Failures between browser and proxy: RFC 9457 problem details with a stable `code`.
 */
import * as z from "zod/mini";

export const PROBLEM_CONTENT_TYPE = "application/problem+json";

/** Every code the proxy can answer with. Stable: the studio has words for each. */
export const PROBLEM_CODES = [
  // The browser's request was wrong; nothing was sent.
  "invalid-json",
  "invalid-content-type",
  "invalid-parameters",
  "body-too-large",
  "forbidden-origin",
  "wrong-host",
  "malformed-request",
  "headers-too-large",
  "request-timeout",
  "not-found",
  "method-not-allowed",
  // Kirin refused; nothing was created.
  "upstream-invalid-parameters",
  "upstream-unauthorized",
  "upstream-payment-required",
  "upstream-forbidden",
  "upstream-address-refused",
  "upstream-prompt-refused",
  "upstream-refused",
  "task-not-found",
  "duplicate-task-id",
  "rate-limited",
  "parallel-limit",
  // Kirin could not be reached.
  "upstream-unreachable",
  // Nobody knows what Kirin did.
  "upstream-timeout",
  "upstream-reset",
  "upstream-error",
  "upstream-unreadable",
  "upstream-too-large",
  "upstream-redirected",
  // Clips.
  "clip-not-found",
  "clip-not-ready",
  "clip-expired",
  "clip-unavailable",
  "clip-not-video",
  "clip-empty",
  "clip-address-refused",
  "range-not-satisfiable",
  // Ours.
  "missing-key",
  "server-stopping",
  "internal-error",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The `type` of a problem document, by its code. */
export function problemType(code: string): string {
  return `urn:kirin-studio:problem:${code}`;
}

/**
 * What a failed create means for the money: `not-sent` nothing left the proxy, `refused` Kirin said no,
 * `unknown` it may have been created, and must be read back before anything is sent again.
 */
export const CREATE_OUTCOMES = ["not-sent", "refused", "unknown"] as const;
export type CreateOutcome = (typeof CREATE_OUTCOMES)[number];

/** One wrong value in a request body. */
export const fieldIssueSchema = z.object({
  /** Kirin's own parameter name, or a path such as `watermark_info.enabled`. */
  field: z.string(),
  message: z.string(),
});
export type FieldIssue = z.infer<typeof fieldIssueSchema>;

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** A code of {@link PROBLEM_CODES}; an unknown one (a newer proxy) is kept as it came. */
  code: z.string(),
  /** One sentence for a person. */
  detail: z.string(),
  /** Whether the very same request may be made again later. */
  retryable: z.boolean(),
  requestId: z.string(),
  retryAfterSeconds: z.optional(z.number()),
  outcome: z.optional(z.enum(CREATE_OUTCOMES)),
  issues: z.optional(z.array(fieldIssueSchema)),
  /** Kirin's own code and words, where there were any. */
  upstreamCode: z.optional(z.string()),
  upstreamMessage: z.optional(z.string()),
});
export type Problem = z.infer<typeof problemSchema>;
