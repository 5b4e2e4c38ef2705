/** Messages for generations that ended without a clip or were found under a used ID, and for paying twice. */
import type { ProblemMessage } from "./problems.ts";

export const withdrawn: ProblemMessage = {
  title: "Cancelled before it was sent",
  detail: "Nothing was sent, and you weren't charged. It stays in your library.",
  action: null,
};
/** Kirin had already refused it when it was cancelled. */
export const withdrawnRefused: ProblemMessage = {
  title: "Cancelled after Kirin refused it",
  detail:
    "It was sent, and Kirin refused it. No clip was made, and you weren't charged. It stays in your library.",
  action: null,
};
/** A send had been tried, but Kirin doesn't have the task. */
export const withdrawnTried: ProblemMessage = {
  title: "Cancelled before Kirin received it",
  detail:
    "The studio tried to send it, but Kirin has no such task. You weren't charged. It stays in your library.",
  action: null,
};
export const lost: ProblemMessage = {
  title: "Kirin can no longer find this task",
  detail:
    "Kirin had this task, but repeated checks no longer find it. It may have been charged; your Kirin account shows whether it was.",
  action: "Check again later. If Kirin finds the task, the clip appears here.",
};
export const conflict: ProblemMessage = {
  title: "This ID was used, but Kirin can't find its task",
  detail:
    "Kirin says that a task with this ID exists, but doesn't return it. It may have been charged; your Kirin account shows whether it was.",
  action: "Check again later, or start over with a new ID.",
};

/** Shown in place of "Try again" if the prompt was refused. */
export const editPrompt = "Edit prompt";
/** The same if a setting was refused. */
export const editRequest = "Edit request";
export const lookAgain = "Check again";
export const generateAgain = "Generate again";
export const startOver = "Start over with a new ID…";
export const startOverTitle = "You may be charged twice";
export const startOverDetail = {
  unknown:
    "It's not known yet whether Kirin has the first request. If it does, you pay for both. Waiting for the answer is free.",
  "never-arrived":
    "Kirin doesn't seem to have the first request. If it still arrives under its old ID, you pay for both. If you send it again under the same ID instead, you can't be charged twice.",
  lost: "Kirin had the first request and may have charged for it. The new one is charged as well.",
  refused:
    "Kirin says that the first ID was used, and may have charged for it. The new one is charged as well.",
} as const;
export const startOverConfirm = "Start over";
export const sameRequest = "Your library already has exactly the same request.";
export const anotherTakeTitle = "Generate the same clip again?";
/** The same request was sent within the last two minutes, but not by this page. */
export const anotherTakeDetail = {
  tab: "You sent this request from another tab a moment ago. A second clip is charged separately.",
  reload:
    "You sent this request a moment ago, before this page was loaded. A second clip is charged separately.",
} as const;
export const anotherTakeConfirm = "Generate another";
export const sendAnyway = "Send anyway";

/** Shown if the task was found under an ID that had been used before. */
export const adopted =
  "Kirin already had a task with this ID, so the studio uses that one. Nothing was created twice.";
/** Added if the creator chose the ID, since another request may have used it. */
export const adoptedUnverified =
  "It appears to match your request. Kirin doesn't report every setting, so check the clip.";
export const differs = (parameters: string) =>
  `This task differs from your request: ${parameters}.`;
export const differsDetail =
  "Kirin already had a task with this ID from another request, and this is that task. To get what you asked for, generate again. The new clip is charged separately.";
/** Names of the parameters that can differ. */
export const parameters: Readonly<Record<string, string>> = {
  prompt: "prompt",
  negative_prompt: "negative prompt",
  mode: "mode",
  sound: "sound",
  aspect_ratio: "aspect ratio",
  duration: "duration",
  created_at: "created before your request",
};
