/** Messages for the problems that the proxy reports: one entry for each code. */
import type { ProblemCode } from "#contract/problem.ts";

/**
 * `title` has no final period; `detail` and `action` are whole sentences. `action` is null when there is nothing to do.
 */
export interface ProblemMessage {
  title: string;
  detail: string;
  action: string | null;
}

export const NOTHING_CREATED = "Nothing was created, and you weren't charged.";
const READ_BACK =
  "It's not known yet whether Kirin received the request. The studio looks it up by its task ID and never sends it twice, so you can't be charged twice.";

/** Problems that the proxy reports. */
export const proxyProblems: Readonly<Record<ProblemCode, ProblemMessage>> = {
  "signed-out": {
    title: "You're signed out",
    detail: `Your session has ended. ${NOTHING_CREATED}`,
    action: "Sign in. Waiting requests are then sent automatically.",
  },
  "wrong-password": {
    title: "Wrong password",
    detail: "That isn't the password of this studio.",
    action: "Try again.",
  },
  "too-many-attempts": {
    title: "Too many attempts",
    detail: "Too many passwords have been tried.",
    action: "Wait a minute, then try again.",
  },
  "too-many-requests": {
    title: "You've reached this studio's limit",
    detail: `The studio server limits how much one member can send at once. ${NOTHING_CREATED}`,
    action: "Wait a minute. Waiting requests are then sent automatically.",
  },
  "invalid-json": {
    title: "The request couldn't be read",
    detail: `The studio server received a request that isn't valid JSON. ${NOTHING_CREATED}`,
    action: "Reload the page and try again.",
  },
  "invalid-content-type": {
    title: "The request has the wrong format",
    detail: `The studio server accepts only JSON. ${NOTHING_CREATED}`,
    action: "Reload the page and try again.",
  },
  "invalid-parameters": {
    title: "A setting isn't allowed",
    detail: `The studio server refused the request before it was sent to Kirin. ${NOTHING_CREATED}`,
    action: "Correct the setting, then generate again.",
  },
  "body-too-large": {
    title: "The request is too large",
    detail: `The prompt and the negative prompt are longer than the studio server accepts. ${NOTHING_CREATED}`,
    action: "Shorten the prompt or the negative prompt.",
  },
  "forbidden-origin": {
    title: "This page can't send requests",
    detail: `The studio server accepts requests only from its own address. ${NOTHING_CREATED}`,
    action: "Open the studio at the address the server printed when it started.",
  },
  "wrong-host": {
    title: "This address isn't allowed",
    detail: `The studio server isn't set up for this host name. ${NOTHING_CREATED}`,
    action: "Open the address the server printed, or add this name to STUDIO_ALLOWED_HOSTS.",
  },
  "malformed-request": {
    title: "The request isn't valid",
    detail: `The studio server couldn't read the request's address. ${NOTHING_CREATED}`,
    action: "Reload the page and try again.",
  },
  "headers-too-large": {
    title: "The request's headers are too large",
    detail: `The studio server refused the request. ${NOTHING_CREATED}`,
    action: "Clear this site's cookies, then reload the page.",
  },
  "request-timeout": {
    title: "The request took too long to send",
    detail: `The connection to the studio server is too slow. ${NOTHING_CREATED}`,
    action: "Check your network connection and try again.",
  },
  "not-found": {
    title: "This address doesn't exist",
    detail: "The studio server has nothing at this address.",
    action: "Reload the page. It may be older than the server.",
  },
  "method-not-allowed": {
    title: "The server doesn't support this request",
    detail: "This page and the studio server may be different versions.",
    action: "Reload the page to get the current version.",
  },
  "upstream-invalid-parameters": {
    title: "Kirin refused a setting",
    detail: `Kirin doesn't accept the request as it is. ${NOTHING_CREATED}`,
    action: "Change the setting that Kirin names, then generate again.",
  },
  "upstream-unauthorized": {
    title: "Kirin refused the API key",
    detail: `The API key is missing, wrong or revoked. ${NOTHING_CREATED}`,
    action: "Set KIRIN_API_KEY to a valid key and restart the studio server.",
  },
  "upstream-payment-required": {
    title: "The balance is too low",
    detail: `Your account's balance or resource pack doesn't cover this generation. ${NOTHING_CREATED}`,
    action: "Top up your Kirin account, then try again.",
  },
  "upstream-forbidden": {
    title: "Kirin doesn't permit this request",
    detail: `The API key has no access to this model, or the balance is too low. ${NOTHING_CREATED}`,
    action: "Check the key's permissions and the balance, then try again.",
  },
  "upstream-address-refused": {
    title: "Kirin refused the server's IP address",
    detail: `The studio server's IP address isn't on your account's allowlist. ${NOTHING_CREATED}`,
    action: "Add the address to the allowlist, then try again.",
  },
  "upstream-prompt-refused": {
    title: "Kirin refused the prompt",
    detail: `Kirin's content check doesn't allow the wording of the prompt or the negative prompt. ${NOTHING_CREATED}`,
    action: "Change the wording, then generate again. The same wording will be refused again.",
  },
  "upstream-refused": {
    title: "Kirin doesn't recognise this address or model",
    detail: `The base URL may be wrong. ${NOTHING_CREATED}`,
    action: "Check KIRIN_BASE_URL, then try again.",
  },
  "task-not-found": {
    title: "Kirin can't find this task",
    detail:
      "It may be too new to show up, or too old to be kept. The studio keeps checking, but less often.",
    action: null,
  },
  "duplicate-task-id": {
    title: "This task ID was used before",
    detail:
      "Kirin already has a task with this ID. The studio shows that task and doesn't create a second one.",
    action: null,
  },
  "rate-limited": {
    title: "Too many requests",
    detail: `Kirin is busy. ${NOTHING_CREATED}`,
    action: "Wait a moment, then try again.",
  },
  "parallel-limit": {
    title: "All slots are in use",
    detail: `Your account has reached its limit of parallel generations. ${NOTHING_CREATED}`,
    action: "Try again when one of them has finished.",
  },
  "upstream-unreachable": {
    title: "Couldn't reach Kirin",
    detail: "The studio server can't connect to Kirin.",
    action: "Check the server's network connection and KIRIN_BASE_URL.",
  },
  "upstream-timeout": {
    title: "Kirin took too long to respond",
    detail: READ_BACK,
    action: null,
  },
  "upstream-reset": {
    title: "The connection to Kirin was lost",
    detail: READ_BACK,
    action: null,
  },
  "upstream-error": { title: "Kirin had an internal error", detail: READ_BACK, action: null },
  "upstream-unreadable": {
    title: "Kirin's response couldn't be read",
    detail: READ_BACK,
    action: null,
  },
  "upstream-too-large": {
    title: "Kirin's response was too large",
    detail: READ_BACK,
    action: null,
  },
  "upstream-redirected": {
    title: "Kirin redirected the request",
    detail: `The studio server never sends your key to another host. ${READ_BACK}`,
    action: "Check KIRIN_BASE_URL.",
  },
  "clip-not-found": {
    title: "This clip doesn't exist",
    detail: "The generation has no clip with this number.",
    action: null,
  },
  "clip-not-ready": {
    title: "The clip isn't ready yet",
    detail: "Kirin hasn't finished this generation.",
    action: "Wait until it's finished.",
  },
  "clip-expired": {
    title: "The clip has expired",
    detail: "Kirin no longer has this file.",
    action: "Generate it again if you still need it. The new clip is charged separately.",
  },
  "clip-unavailable": {
    title: "The clip couldn't be downloaded",
    detail: "The generation is finished, but its file isn't available right now.",
    action: "Try again later.",
  },
  "clip-not-video": {
    title: "The file isn't a video",
    detail: "Kirin's link for this clip returned something else, such as a web page.",
    action: "Try again later.",
  },
  "clip-empty": {
    title: "The clip's file is empty",
    detail: "Kirin's link for this clip returned a file of 0 bytes.",
    action: "Try again later.",
  },
  "clip-address-refused": {
    title: "The clip's address isn't safe",
    detail: "It points to a private network, so the studio server doesn't open it.",
    action: null,
  },
  "range-not-satisfiable": {
    title: "That part of the clip doesn't exist",
    detail: "The player requested bytes past the end of the file.",
    action: "Reload the page.",
  },
  "missing-key": {
    title: "No API key is set",
    detail: `The studio server has no Kirin API key. ${NOTHING_CREATED}`,
    action: "Set KIRIN_API_KEY and restart the studio server.",
  },
  "server-stopping": {
    title: "The studio server is shutting down",
    detail: `It accepts no new requests until it has restarted. ${NOTHING_CREATED}`,
    action: "Restart the server. Waiting requests are then sent automatically.",
  },
  "internal-error": {
    title: "The studio server had an internal error",
    detail: "Something unexpected went wrong on the server.",
    action: "Try again. The server's log has the details under the request ID.",
  },
};

/** For a code that this version of the page doesn't know. */
export const unknownProblem: ProblemMessage = {
  title: "Something went wrong",
  detail: "The studio server reported a problem that this page doesn't recognise.",
  action: "Reload the page. It may be older than the server.",
};
