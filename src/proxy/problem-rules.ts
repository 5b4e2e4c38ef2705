/** What every problem code means, each exactly once: status, words, and what it means for a create. */
import type { CreateOutcome, ProblemCode } from "#contract/problem.ts";

export interface ProblemRule {
  status: number;
  title: string;
  /** One sentence for a person. */
  detail: string;
  /** Whether the same request may succeed later. A create of unknown outcome is not repeated even so. */
  isTransient: boolean;
  /** What it says about a create that ended so. Refused means that nothing was made. */
  outcome: CreateOutcome;
}

type Row = readonly [
  status: number,
  outcome: CreateOutcome,
  transience: "transient" | "lasting",
  title: string,
  detail: string,
];

const ROWS: Readonly<Record<ProblemCode, Row>> = {
  "invalid-json": [400, "not-sent", "lasting", "Not JSON", "The request is not one JSON value."],
  "invalid-content-type": [
    415,
    "not-sent",
    "lasting",
    "Not sent as JSON",
    "The request must have the content type application/json in UTF-8.",
  ],
  "invalid-parameters": [
    400,
    "not-sent",
    "lasting",
    "A parameter is wrong",
    "The request was not sent, because a parameter is wrong.",
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
    "Not from the studio",
    "Only the studio's own page may ask for this.",
  ],
  "wrong-host": [
    421,
    "not-sent",
    "lasting",
    "Wrong host name",
    "The studio does not answer under this host name; STUDIO_ALLOWED_HOSTS names further ones.",
  ],
  "malformed-request": [
    400,
    "not-sent",
    "lasting",
    "Not a valid request",
    "The request's address or its Host header is not valid HTTP.",
  ],
  "headers-too-large": [
    431,
    "not-sent",
    "lasting",
    "Headers too large",
    "The headers of the request are too large.",
  ],
  "request-timeout": [
    408,
    "not-sent",
    "transient",
    "Request too slow",
    "The request did not arrive in time.",
  ],
  "not-found": [404, "not-sent", "lasting", "No such address", "There is nothing at this address."],
  "method-not-allowed": [
    405,
    "not-sent",
    "lasting",
    "Method not allowed",
    "This address does not answer to that method.",
  ],
  "upstream-invalid-parameters": [
    400,
    "refused",
    "lasting",
    "Kirin refused a parameter",
    "Kirin refused the request, because a parameter is wrong.",
  ],
  "upstream-unauthorized": [
    401,
    "refused",
    "lasting",
    "Kirin refused the key",
    "Kirin does not accept the API key.",
  ],
  "upstream-payment-required": [
    402,
    "refused",
    "lasting",
    "Balance too low",
    "The balance at Kirin is too low for this request.",
  ],
  "upstream-forbidden": [
    403,
    "refused",
    "lasting",
    "Not permitted by Kirin",
    "Kirin does not permit this request.",
  ],
  "upstream-address-refused": [
    403,
    "refused",
    "lasting",
    "Server address refused",
    "Kirin does not accept requests from the address of the studio's server.",
  ],
  "upstream-prompt-refused": [
    400,
    "refused",
    "lasting",
    "Prompt refused",
    "Kirin's content check refused the prompt; nothing was created.",
  ],
  "upstream-refused": [
    404,
    "refused",
    "lasting",
    "Kirin refused the request",
    "Kirin's address does not offer this; check the configured base URL.",
  ],
  "task-not-found": [
    404,
    "refused",
    "lasting",
    "Unknown task",
    "Kirin does not know this task, or keeps it no longer.",
  ],
  "duplicate-task-id": [
    409,
    "refused",
    "lasting",
    "Task ID already used",
    "A task with this ID exists already.",
  ],
  "rate-limited": [
    429,
    "refused",
    "transient",
    "Too many requests",
    "Kirin asks for fewer requests; try again in a moment.",
  ],
  "parallel-limit": [
    429,
    "refused",
    "transient",
    "All slots in use",
    "All parallel slots at Kirin are in use; one frees when a task ends.",
  ],
  "upstream-unreachable": [
    503,
    "not-sent",
    "transient",
    "Kirin cannot be reached",
    "No connection to Kirin could be made; nothing was sent.",
  ],
  "upstream-timeout": [
    504,
    "unknown",
    "transient",
    "Kirin did not answer in time",
    "Kirin took too long to answer.",
  ],
  "upstream-reset": [
    502,
    "unknown",
    "transient",
    "Connection lost",
    "The connection to Kirin broke before the answer was complete.",
  ],
  "upstream-error": [
    502,
    "unknown",
    "transient",
    "Trouble at Kirin",
    "Kirin answered with an error of its own.",
  ],
  "upstream-unreadable": [
    502,
    "unknown",
    "transient",
    "Unreadable answer",
    "Kirin's answer could not be read.",
  ],
  "upstream-too-large": [
    502,
    "unknown",
    "lasting",
    "Answer too large",
    "Kirin's answer is far larger than any real one.",
  ],
  "upstream-redirected": [
    502,
    "unknown",
    "lasting",
    "Redirected elsewhere",
    "Kirin pointed to another address; the key is not sent there.",
  ],
  "clip-not-found": [404, "refused", "lasting", "No such clip", "This task has no such clip."],
  "clip-not-ready": [
    409,
    "refused",
    "transient",
    "Clip not ready",
    "The clip is not finished yet.",
  ],
  "clip-expired": [
    410,
    "refused",
    "lasting",
    "Clip expired",
    "Kirin no longer keeps this clip, or its address has expired.",
  ],
  "clip-unavailable": [
    502,
    "refused",
    "transient",
    "Clip cannot be fetched",
    "The clip could not be fetched from where Kirin keeps it.",
  ],
  "clip-not-video": [
    502,
    "refused",
    "lasting",
    "Not a video",
    "What Kirin keeps for this clip is not a video.",
  ],
  "clip-empty": [
    502,
    "refused",
    "lasting",
    "Empty clip",
    "Kirin's file for this clip holds no bytes.",
  ],
  "clip-address-refused": [
    502,
    "refused",
    "lasting",
    "Address refused",
    "The clip's address lies in a private network, or is no web address.",
  ],
  "range-not-satisfiable": [
    416,
    "refused",
    "lasting",
    "Beyond the end",
    "The clip has no such range of bytes.",
  ],
  "missing-key": [
    503,
    "not-sent",
    "lasting",
    "No API key",
    "No usable Kirin API key is set; set KIRIN_API_KEY and start again.",
  ],
  "server-stopping": [
    503,
    "not-sent",
    "transient",
    "Server is stopping",
    "The studio's server is stopping and takes no new requests; nothing was sent.",
  ],
  "internal-error": [
    500,
    "unknown",
    "lasting",
    "A fault of the studio",
    "The studio's own server made a mistake.",
  ],
};

/** The rule of a code. */
export function problemRule(code: ProblemCode): ProblemRule {
  const [status, outcome, transience, title, detail] = ROWS[code];
  return { status, outcome, isTransient: transience === "transient", title, detail };
}
