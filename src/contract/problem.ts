/**
 * Failures between browser and proxy: RFC 9457 problem details with a stable `code`.
 */
import * as z from "zod/mini";

export const PROBLEM_CONTENT_TYPE = "application/problem+json";

/** Every problem code of the proxy. They are stable; the studio has a message for each. */
export const PROBLEM_CODES = [
  // The browser's request is invalid; nothing was sent.
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
  // The browser has to sign in, or to slow down; nothing was sent.
  "signed-out",
  "wrong-password",
  "too-many-attempts",
  "too-many-requests",
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
  // The result at Kirin is unknown.
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
  // Failures of the studio's server.
  "missing-key",
  "server-stopping",
  "internal-error",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The `type` of a problem document. */
export function problemType(code: string): string {
  return `urn:kirin-studio:problem:${code}`;
}

/**
 * The outcome of a failed create: `not-sent` means that nothing left the proxy, `refused` that Kirin refused
 * it, `unknown` that a task may exist and must be looked up before sending again.
 */
export const CREATE_OUTCOMES = ["not-sent", "refused", "unknown"] as const;
export type CreateOutcome = (typeof CREATE_OUTCOMES)[number];

/** One invalid value in a request body. */
export const fieldIssueSchema = z.object({
  /** Kirin's parameter name, or a path such as `watermark_info.enabled`. */
  field: z.string(),
  message: z.string(),
});
export type FieldIssue = z.infer<typeof fieldIssueSchema>;

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** One of {@link PROBLEM_CODES}. An unknown code of a newer proxy is kept. */
  code: z.string(),
  /** One sentence for the creator. */
  detail: z.string(),
  /** Whether the same request may be repeated later. */
  retryable: z.boolean(),
  requestId: z.string(),
  retryAfterSeconds: z.optional(z.number()),
  outcome: z.optional(z.enum(CREATE_OUTCOMES)),
  issues: z.optional(z.array(fieldIssueSchema)),
  /** Kirin's own code and message, if there were any. */
  upstreamCode: z.optional(z.string()),
  upstreamMessage: z.optional(z.string()),
});
export type Problem = z.infer<typeof problemSchema>;
