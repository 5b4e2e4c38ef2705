/** The rule of every problem code, each exactly once: HTTP status, texts, and what it means for a create. */
import type { CreateOutcome, ProblemCode } from "#contract/problem.ts";
import { ACCESS_ROWS } from "./access-problem-rows.ts";

export interface ProblemRule {
  status: number;
  title: string;
  /** One sentence for a person. */
  detail: string;
  /** Whether the same request may succeed later. A create of unknown outcome is never repeated automatically. */
  isTransient: boolean;
  /** What it means for a create that failed with it. `refused`: Kirin created nothing. */
  outcome: CreateOutcome;
}

export type ProblemRow = readonly [
  status: number,
  outcome: CreateOutcome,
  transience: "transient" | "lasting",
  title: string,
  detail: string,
];

const ROWS: Readonly<Record<ProblemCode, ProblemRow>> = {
  ...ACCESS_ROWS,
  "invalid-json": [
    400,
    "not-sent",
    "lasting",
    "Invalid JSON",
    "The request body isn't a single JSON value.",
  ],
  "invalid-content-type": [
    415,
    "not-sent",
    "lasting",
    "Wrong content type",
    "The request must have the content type application/json in UTF-8.",
  ],
  "invalid-parameters": [
    400,
    "not-sent",
    "lasting",
    "Invalid parameter",
    "The request wasn't sent to Kirin because a parameter is invalid.",
  ],
  "body-too-large": [
    413,
    "not-sent",
    "lasting",
    "Request too large",
    "The request is larger than 64 KiB.",
  ],
  "forbidden-origin": [
    403,
    "not-sent",
    "lasting",
    "Wrong origin",
    "Only the studio's own pages can make this request.",
  ],
  "wrong-host": [
    421,
    "not-sent",
    "lasting",
    "Wrong host name",
    "The studio isn't served under this host name. Add it to STUDIO_ALLOWED_HOSTS to allow it.",
  ],
  "malformed-request": [
    400,
    "not-sent",
    "lasting",
    "Malformed request",
    "The request's address or Host header isn't valid HTTP.",
  ],
  "headers-too-large": [
    431,
    "not-sent",
    "lasting",
    "Headers too large",
    "The request's headers are too large.",
  ],
  "request-timeout": [
    408,
    "not-sent",
    "transient",
    "Request timed out",
    "The request didn't arrive in time.",
  ],
  "not-found": [404, "not-sent", "lasting", "Not found", "There is nothing at this address."],
  "method-not-allowed": [
    405,
    "not-sent",
    "lasting",
    "Method not allowed",
    "This address doesn't support that method.",
  ],
  "upstream-invalid-parameters": [
    400,
    "refused",
    "lasting",
    "Kirin refused a parameter",
    "Kirin refused the request because a parameter is invalid.",
  ],
  "upstream-unauthorized": [
    401,
    "refused",
    "lasting",
    "Kirin refused the API key",
    "Kirin doesn't accept the API key.",
  ],
  "upstream-payment-required": [
    402,
    "refused",
    "lasting",
    "Balance too low",
    "The Kirin account's balance is too low for this request.",
  ],
  "upstream-forbidden": [
    403,
    "refused",
    "lasting",
    "Not permitted by Kirin",
    "Kirin doesn't permit this request with this API key.",
  ],
  "upstream-address-refused": [
    403,
    "refused",
    "lasting",
    "Server address refused",
    "Kirin doesn't accept requests from the studio server's IP address.",
  ],
  "upstream-prompt-refused": [
    400,
    "refused",
    "lasting",
    "Prompt refused",
    "Kirin's content check refused the prompt. Nothing was created.",
  ],
  "upstream-refused": [
    404,
    "refused",
    "lasting",
    "Kirin refused the request",
    "Kirin has no such address or model. Check the configured base URL.",
  ],
  "task-not-found": [
    404,
    "refused",
    "lasting",
    "Unknown task",
    "Kirin doesn't know this task or no longer keeps it.",
  ],
  "duplicate-task-id": [
    409,
    "refused",
    "lasting",
    "Task ID already used",
    "A task with this ID already exists.",
  ],
  "rate-limited": [
    429,
    "refused",
    "transient",
    "Too many requests",
    "Kirin received too many requests. Try again in a moment.",
  ],
  "parallel-limit": [
    429,
    "refused",
    "transient",
    "All slots in use",
    "All parallel slots of the Kirin account are in use. One becomes free when a task ends.",
  ],
  "upstream-unreachable": [
    503,
    "not-sent",
    "transient",
    "Kirin unreachable",
    "Couldn't connect to Kirin. Nothing was sent.",
  ],
  "upstream-timeout": [
    504,
    "unknown",
    "transient",
    "Kirin timed out",
    "Kirin didn't respond in time.",
  ],
  "upstream-reset": [
    502,
    "unknown",
    "transient",
    "Connection lost",
    "The connection to Kirin was lost before the response was complete.",
  ],
  "upstream-error": [
    502,
    "unknown",
    "transient",
    "Kirin error",
    "Kirin responded with an internal error.",
  ],
  "upstream-unreadable": [
    502,
    "unknown",
    "transient",
    "Unreadable response",
    "Kirin's response couldn't be read.",
  ],
  "upstream-too-large": [
    502,
    "unknown",
    "lasting",
    "Response too large",
    "Kirin's response exceeds the size limit.",
  ],
  "upstream-redirected": [
    502,
    "unknown",
    "lasting",
    "Redirected to another address",
    "Kirin redirected the request to another address. The API key isn't sent there.",
  ],
  "clip-not-found": [404, "refused", "lasting", "No such clip", "This task has no such clip."],
  "clip-not-ready": [409, "refused", "transient", "Clip not ready", "The clip isn't finished yet."],
  "clip-expired": [
    410,
    "refused",
    "lasting",
    "Clip expired",
    "Kirin no longer has this clip, or its link has expired.",
  ],
  "clip-unavailable": [
    502,
    "refused",
    "transient",
    "Clip unavailable",
    "The clip couldn't be downloaded from Kirin's storage.",
  ],
  "clip-not-video": [
    502,
    "refused",
    "lasting",
    "Not a video",
    "The file at Kirin's link for this clip isn't a video.",
  ],
  "clip-empty": [
    502,
    "refused",
    "lasting",
    "Empty clip",
    "The file at Kirin's link for this clip is empty.",
  ],
  "clip-address-refused": [
    502,
    "refused",
    "lasting",
    "Unsafe clip address",
    "The clip's address is in a private network or isn't a web address.",
  ],
  "range-not-satisfiable": [
    416,
    "refused",
    "lasting",
    "Range not satisfiable",
    "The requested range is past the end of the clip.",
  ],
  "missing-key": [
    503,
    "not-sent",
    "lasting",
    "No API key",
    "No usable Kirin API key is set. Set KIRIN_API_KEY and restart the server.",
  ],
  "server-stopping": [
    503,
    "not-sent",
    "transient",
    "Server is shutting down",
    "The studio server is shutting down and accepts no new requests. Nothing was sent.",
  ],
  "internal-error": [
    500,
    "unknown",
    "lasting",
    "Internal error",
    "The studio server had an internal error.",
  ],
};

/** The rule of a code. */
export function problemRule(code: ProblemCode): ProblemRule {
  const [status, outcome, transience, title, detail] = ROWS[code];
  return { status, outcome, isTransient: transience === "transient", title, detail };
}
