/** Messages for problems that arise in the browser and not in the proxy. */
import { NOTHING_CREATED, type ProblemMessage } from "./problems.ts";

export const browserProblems = {
  "studio-unreachable": {
    title: "Couldn't reach the studio server",
    detail: "The server didn't respond. Your clips keep rendering.",
    action: "Check that the server is running and that you're online.",
  },
  "studio-timeout": {
    title: "The studio server took too long to respond",
    detail: "No response arrived in time. Your clips keep rendering.",
    action: null,
  },
  "studio-unreadable": {
    title: "The response didn't come from the studio server",
    detail: "A sign-in page or another server may have answered instead.",
    action: "Reload the page.",
  },
  "studio-aborted": {
    title: "The request was cancelled",
    detail: "The page stopped waiting for the response.",
    action: null,
  },
  "storage-unavailable": {
    title: "This window can't save your library",
    detail:
      "Without a library, a clip you paid for could be lost, so nothing was sent. Private windows and strict privacy settings cause this.",
    action: "Open the studio in a regular window, or allow it to store data.",
  },
  "storage-full": {
    title: "This device is out of storage space",
    detail:
      "The library can't be saved, and a clip you paid for could be lost, so nothing was sent.",
    action: "Free up some space, then generate again.",
  },
  "storage-blocked": {
    title: "Another tab is blocking the library",
    detail: "A tab with an older version of the studio is open. Nothing was sent.",
    action: "Close the studio's other tabs, then reload this one.",
  },
  "storage-newer": {
    title: "The library needs a newer version of this page",
    detail:
      "A newer version of the studio saved it, so this page can't write to it. Nothing was sent.",
    action: "Reload the page.",
  },
  "storage-replaced": {
    title: "A newer version of the studio is open",
    detail: "It was opened in another tab, so this tab can no longer save to the library.",
    action: "Reload the page.",
  },
  "storage-failed": {
    title: "The library can't be read or saved",
    detail: "The browser's storage reported an error. Nothing is sent until it works again.",
    action: "Reload the page. If that doesn't help, restart the browser.",
  },
  "clip-broken": {
    title: "The download was interrupted",
    detail: "Only part of the clip arrived, so it wasn't saved.",
    action: null,
  },
  "clip-unreadable": {
    title: "The file contains no playable video",
    detail: "The download was complete, but nothing in the file can be played, so it wasn't saved.",
    action: "Try again later, or download the file to inspect it.",
  },
  "clip-cut-short": {
    title: "The clip's file is incomplete",
    detail: "The file ends before the clip does, so it wasn't saved.",
    action: "Try again later, or download the part that exists.",
  },
  "clip-damaged": {
    title: "The clip's file is damaged",
    detail: "The download was complete, but the first or last frame can't be decoded.",
    action: "Try again later, or download the file as it is.",
  },
  "clips-full": {
    title: "This device has no space for the clip",
    detail: "The clip is finished and paid for. Only the copy on this device is missing.",
    action: "Free up some space, or download the clip to another drive.",
  },
  "clips-unavailable": {
    title: "This window can't save clips",
    detail:
      "Private windows, strict privacy settings and non-HTTPS addresses can cause this. Kirin keeps clips for a limited time.",
    action: "Download the clip to keep it.",
  },
  "never-arrived": {
    title: "Kirin didn't receive the request",
    detail: `The studio checked several times, and Kirin has no such task. ${NOTHING_CREATED}`,
    action: "Send it again. It keeps its ID, so you can't be charged twice.",
  },
  "task-id-in-use": {
    title: "This task ID is already in use",
    detail:
      "A generation in your library has this ID, and every ID can be used only once. Nothing was sent.",
    action: "Choose another task ID, or leave the field empty.",
  },
} as const satisfies Record<string, ProblemMessage>;
