/** What went wrong, what it means for the creator, and what to do: one entry for each code. */
import type { ProblemCode } from "#contract/problem.ts";
import type { ErrorKind } from "#kirin/error-codes.ts";

/** `action` is what the creator can do, or null when there is nothing to do but know. */
export interface ProblemWords {
  title: string;
  detail: string;
  action: string | null;
}

const NOTHING_CREATED = "Nothing was created and nothing is charged.";
const READ_BACK =
  "Nobody knows yet whether Kirin took the request. The studio looks for it by its task ID and sends nothing twice.";

/** Problems that the proxy reports. */
export const proxyProblems: Readonly<Record<ProblemCode, ProblemWords>> = {
  "invalid-json": {
    title: "The request was garbled",
    detail: `The studio's server could not read what this page sent. ${NOTHING_CREATED}`,
    action: "Reload the page and try again.",
  },
  "invalid-content-type": {
    title: "The request was in the wrong form",
    detail: `The studio's server takes JSON only. ${NOTHING_CREATED}`,
    action: "Reload the page and try again.",
  },
  "invalid-parameters": {
    title: "A setting is not allowed",
    detail: `The studio's server refused the request before it reached Kirin. ${NOTHING_CREATED}`,
    action: "Correct the field that is named and generate again.",
  },
  "body-too-large": {
    title: "The request is too large",
    detail: `The texts together are more than the studio's server takes. ${NOTHING_CREATED}`,
    action: "Shorten the prompt or the negative prompt.",
  },
  "forbidden-origin": {
    title: "This page may not generate",
    detail: `The studio's server takes requests only from its own address. ${NOTHING_CREATED}`,
    action: "Open the studio at the address its server printed.",
  },
  "not-found": {
    title: "There is nothing here",
    detail: "The studio's server does not know this address.",
    action: "Reload the page: it may be older than the server.",
  },
  "method-not-allowed": {
    title: "The studio's server does not do that",
    detail: "Page and server do not agree on what can be asked.",
    action: "Reload the page: it may be older than the server.",
  },
  "upstream-invalid-parameters": {
    title: "Kirin does not accept a setting",
    detail: `Kirin refused the request. ${NOTHING_CREATED}`,
    action: "Change what Kirin objects to and generate again.",
  },
  "upstream-unauthorized": {
    title: "Kirin does not accept the key",
    detail: `The API key is missing, wrong or withdrawn. ${NOTHING_CREATED}`,
    action: "Set KIRIN_API_KEY to a valid key and start the studio's server again.",
  },
  "upstream-payment-required": {
    title: "The balance is too low",
    detail: `Kirin wants a higher balance for this. ${NOTHING_CREATED}`,
    action: "Top up the account of your key, then try again.",
  },
  "upstream-forbidden": {
    title: "Kirin does not permit this",
    detail: `The key has no right to this model, or its balance is too low. ${NOTHING_CREATED}`,
    action: "Check the rights and the balance of your key, then try again.",
  },
  "upstream-refused": {
    title: "Kirin refused",
    detail: `Kirin answered with a refusal. ${NOTHING_CREATED}`,
    action: "Read what Kirin said, change the request and generate again.",
  },
  "task-not-found": {
    title: "Kirin does not know this task",
    detail:
      "It may be too new to be found, or too old to be kept. The studio goes on asking, rarely.",
    action: null,
  },
  "duplicate-task-id": {
    title: "This task ID was used before",
    detail: "Kirin has a task under this ID. The studio reads that one and creates no second.",
    action: null,
  },
  "rate-limited": {
    title: "Too many requests",
    detail: `Kirin asks for patience. ${NOTHING_CREATED}`,
    action: "Wait a moment, then try again.",
  },
  "parallel-limit": {
    title: "All of Kirin's slots are in use",
    detail: `As many of your generations run at once as your account allows. ${NOTHING_CREATED}`,
    action: "Try again when one of them has ended.",
  },
  "upstream-unreachable": {
    title: "Kirin cannot be reached",
    detail: "The studio's server found no way to Kirin.",
    action: "Check the server's network and KIRIN_BASE_URL.",
  },
  "upstream-timeout": {
    title: "Kirin took too long to answer",
    detail: READ_BACK,
    action: null,
  },
  "upstream-reset": { title: "Kirin hung up", detail: READ_BACK, action: null },
  "upstream-error": { title: "Kirin is in trouble", detail: READ_BACK, action: null },
  "upstream-unreadable": {
    title: "Kirin's answer cannot be read",
    detail: READ_BACK,
    action: null,
  },
  "upstream-too-large": {
    title: "Kirin's answer is far too large",
    detail: READ_BACK,
    action: null,
  },
  "upstream-redirected": {
    title: "Kirin's address sent us elsewhere",
    detail: `The studio's server does not carry your key to another host. ${READ_BACK}`,
    action: "Check KIRIN_BASE_URL.",
  },
  "clip-not-found": {
    title: "There is no such clip",
    detail: "The generation has no clip of this number.",
    action: null,
  },
  "clip-not-ready": {
    title: "The clip is not ready",
    detail: "Kirin has not finished this generation.",
    action: "Wait for it to end.",
  },
  "clip-expired": {
    title: "The clip has expired",
    detail: "Kirin no longer keeps this file.",
    action: "Generate it again if you need it.",
  },
  "clip-unavailable": {
    title: "The clip cannot be fetched",
    detail: "The generation is finished; only its file could not be had just now.",
    action: "Try again in a while.",
  },
  "clip-not-video": {
    title: "The file is not a video",
    detail: "What lies at the clip's address is something else, so it was not opened.",
    action: "Try again in a while.",
  },
  "clip-address-refused": {
    title: "The clip's address is not safe",
    detail: "It leads into a private network, so the studio's server does not go there.",
    action: null,
  },
  "range-not-satisfiable": {
    title: "That part of the clip does not exist",
    detail: "The player asked for bytes beyond the end of the file.",
    action: "Reload the page.",
  },
  "missing-key": {
    title: "No API key is set",
    detail: `The studio's server has no key for Kirin. ${NOTHING_CREATED}`,
    action: "Set KIRIN_API_KEY and start the studio's server again.",
  },
  "internal-error": {
    title: "The studio's server made a mistake",
    detail: "Something in it went wrong that should not have.",
    action: "Try again; its log names the request.",
  },
};

/** Problems that arise in the browser. */
export const browserProblems = {
  "studio-unreachable": {
    title: "The studio's server cannot be reached",
    detail: "This page got no answer from it. Your generations go on at Kirin meanwhile.",
    action: "See that the server runs and that you are online.",
  },
  "studio-timeout": {
    title: "The studio's server took too long",
    detail: "No answer came in time. Your generations go on at Kirin meanwhile.",
    action: null,
  },
  "studio-unreadable": {
    title: "The answer was not the studio's",
    detail: "An answer came that this page cannot read; a sign-in page in between does that.",
    action: "Reload the page.",
  },
  "studio-aborted": {
    title: "The request was given up",
    detail: "The page stopped waiting for it.",
    action: null,
  },
  "storage-unavailable": {
    title: "This window keeps no library",
    detail:
      "Without one, paid work could be lost, so nothing was sent. Private windows and strict settings do this.",
    action: "Open the studio in an ordinary window, or allow it to store data.",
  },
  "storage-full": {
    title: "There is no room on this device",
    detail: "The library cannot grow, and without it paid work could be lost, so nothing was sent.",
    action: "Free some space, then generate again.",
  },
  "storage-blocked": {
    title: "Another tab holds the library",
    detail: "A tab with an older version of the studio is open. Nothing was sent.",
    action: "Close the studio's other tabs, then reload this one.",
  },
  "storage-newer": {
    title: "The library is newer than this page",
    detail:
      "A newer version of the studio has written it, and this one must not. Nothing was sent.",
    action: "Reload the page.",
  },
  "storage-replaced": {
    title: "A newer studio took over",
    detail: "It was opened in another tab; this one can no longer write the library.",
    action: "Reload the page.",
  },
  "storage-failed": {
    title: "The library cannot be read or written",
    detail: "The browser reports a fault of its storage. Nothing is sent until it works again.",
    action: "Reload the page; if that does not help, start the browser again.",
  },
  "clip-broken": {
    title: "The download broke off",
    detail: "The clip did not come whole, and half a clip is not kept.",
    action: null,
  },
  "clips-full": {
    title: "This device has no room for it",
    detail: "The clip is finished and paid; only the copy on this device is missing.",
    action: "Free some space, or download the clip to another place.",
  },
  "clips-unavailable": {
    title: "This window keeps no clips",
    detail:
      "Private windows, strict settings and addresses without https do this. Kirin keeps clips for a limited time.",
    action: "Download the clip to keep it.",
  },
  "never-arrived": {
    title: "Kirin never got it",
    detail: `Kirin was asked again and again and has no such task. ${NOTHING_CREATED}`,
    action: "Send it again: it keeps its ID, so it cannot be paid twice.",
  },
  "task-id-in-use": {
    title: "This task ID is taken",
    detail:
      "A generation in your library already has it, and Kirin wants every ID once. Nothing was sent.",
    action: "Choose another Task ID, or leave it empty.",
  },
} as const satisfies Record<string, ProblemWords>;

/** A code that this version has no words for. */
export const unknownProblem: ProblemWords = {
  title: "Something went wrong",
  detail: "The studio's server gave a reason that this page does not know.",
  action: "Reload the page: it may be older than the server.",
};

const NOT_CHARGED = "Failed generations are not charged.";

/** Kirin's own failures, by our names for its error codes. */
export const taskErrors: Readonly<Record<ErrorKind, ProblemWords>> = {
  internal: {
    title: "Kirin failed while generating",
    detail: `Something went wrong inside Kirin. ${NOT_CHARGED}`,
    action: "Try again as it is; if it keeps failing, make the prompt simpler.",
  },
  "result-unreadable": {
    title: "Kirin's result could not be read",
    detail: "The task ended, but there is no clip in its answer that can be used.",
    action: "Try again; if a cost is shown, ask Kirin's support with the task's ID.",
  },
  "http-error": {
    title: "A service behind Kirin answered with an error",
    detail: `The request may also have been refused for its content. ${NOT_CHARGED}`,
    action: "Read Kirin's message; change the prompt if it objects to it, or try again.",
  },
  "status-check": {
    title: "Kirin lost sight of the task",
    detail: `Kirin could not learn how it stood. ${NOT_CHARGED}`,
    action: "Try again as it is.",
  },
  "task-creation": {
    title: "Kirin could not start the task",
    detail: `A setting may not fit, or the prompt was refused. ${NOT_CHARGED}`,
    action: "Look over the prompt and the settings, then generate again.",
  },
};

/** A failure with no code, or with one that Kirin's page does not list. */
export const otherTaskError: ProblemWords = {
  title: "Kirin reports a failure",
  detail: `Kirin's reference page does not explain this one. ${NOT_CHARGED}`,
  action: "Read Kirin's message, then try again.",
};
