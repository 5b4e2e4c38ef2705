/** Problems that arise in the browser, with no word from the proxy. */
import { NOTHING_CREATED, type ProblemWords } from "./problems.ts";

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
  "clip-unreadable": {
    title: "The clip's file holds no video",
    detail: "The file came whole, but nothing in it can be played, so it is not kept.",
    action: "Fetch it again later, or download it to see what it is.",
  },
  "clip-cut-short": {
    title: "The clip's file is cut short",
    detail: "The file ends before the clip does, and half a clip is not kept.",
    action: "Fetch it again later, or download what there is.",
  },
  "clip-damaged": {
    title: "The clip's file is damaged",
    detail: "The file came whole, but its first or last frame cannot be decoded.",
    action: "Fetch it again later, or download what there is.",
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
