/** What the proxy reports, what it means for the creator, and what to do: one entry for each code. */
import type { ProblemCode } from "#contract/problem.ts";

/** `action` is what the creator can do, or null when there is nothing to do but know. */
export interface ProblemWords {
  title: string;
  detail: string;
  action: string | null;
}

export const NOTHING_CREATED = "Nothing was created and nothing is charged.";
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
  "wrong-host": {
    title: "This address is not allowed",
    detail: `The studio's server does not answer under this host name. ${NOTHING_CREATED}`,
    action: "Open the address the server printed, or add this name to STUDIO_ALLOWED_HOSTS.",
  },
  "malformed-request": {
    title: "The request was not valid",
    detail: `The studio's server could not read the request's address. ${NOTHING_CREATED}`,
    action: "Reload the page and try again.",
  },
  "headers-too-large": {
    title: "The request's headers are too large",
    detail: `The studio's server refused the request. ${NOTHING_CREATED}`,
    action: "Clear the cookies of this site, then reload the page.",
  },
  "request-timeout": {
    title: "The request took too long to send",
    detail: `The connection to the studio's server is too slow. ${NOTHING_CREATED}`,
    action: "Check your network and try again.",
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
    detail: `The balance or the resource pack of your account does not cover this. ${NOTHING_CREATED}`,
    action: "Top up the account of your key, then try again.",
  },
  "upstream-forbidden": {
    title: "Kirin does not permit this",
    detail: `The key has no right to this model, or its balance is too low. ${NOTHING_CREATED}`,
    action: "Check the rights and the balance of your key, then try again.",
  },
  "upstream-address-refused": {
    title: "Kirin does not accept this server's address",
    detail: `The account's allow-list does not have the IP address of the studio's server. ${NOTHING_CREATED}`,
    action: "Add the address to the allow-list of your account, then try again.",
  },
  "upstream-prompt-refused": {
    title: "Kirin refused the prompt",
    detail: `Its content check does not allow what the prompt or the negative prompt says. ${NOTHING_CREATED}`,
    action: "Change the wording, then generate again. The same words are refused again.",
  },
  "upstream-refused": {
    title: "Kirin does not offer this",
    detail: `Kirin knows no such address or model. ${NOTHING_CREATED}`,
    action: "Check KIRIN_BASE_URL, then try again.",
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
    detail: "Kirin's address for this clip answered with something else, such as a web page.",
    action: "Try again in a while.",
  },
  "clip-empty": {
    title: "The clip's file is empty",
    detail: "Kirin's address for this clip answered with a file of 0 bytes.",
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
  "server-stopping": {
    title: "The studio's server is stopping",
    detail: `It takes no new requests until it has started again. ${NOTHING_CREATED}`,
    action: "Start the server again; the studio then sends what is waiting.",
  },
  "internal-error": {
    title: "The studio's server made a mistake",
    detail: "Something in it went wrong that should not have.",
    action: "Try again; its log names the request.",
  },
};

/** A code that this version has no words for. */
export const unknownProblem: ProblemWords = {
  title: "Something went wrong",
  detail: "The studio's server gave a reason that this page does not know.",
  action: "Reload the page: it may be older than the server.",
};
