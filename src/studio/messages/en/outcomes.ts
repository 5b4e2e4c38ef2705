/** Words for what ended without a clip, or came from elsewhere, where Kirin's own words are not enough. */
import type { ProblemWords } from "./problems.ts";

export const withdrawn: ProblemWords = {
  title: "Cancelled before it was sent",
  detail: "Nothing was sent, and nothing is charged. It stays in your library.",
  action: null,
};
/** Kirin said no to it before it was cancelled. */
export const withdrawnRefused: ProblemWords = {
  title: "Cancelled after Kirin refused it",
  detail:
    "It was sent, and Kirin refused it. No clip was made, and nothing is charged. It stays in your library.",
  action: null,
};
/** Tried before it was cancelled: it did not get through, or Kirin was found to have no such task. */
export const withdrawnTried: ProblemWords = {
  title: "Cancelled before Kirin had it",
  detail:
    "The studio tried to send it, and Kirin has no such task. Nothing is charged. It stays in your library.",
  action: null,
};
export const lost: ProblemWords = {
  title: "Kirin no longer knows this task",
  detail:
    "Kirin had it, and was asked again and again since. It may have been charged; your account at Kirin says so.",
  action: "Look again later: if Kirin knows it again, the clip comes here.",
};
export const conflict: ProblemWords = {
  title: "Its ID is used, but there is no such task",
  detail:
    "Kirin says that a task with this ID exists, and does not show it. What was made under it may be charged; your account at Kirin says so.",
  action: "Look again later, or make another under a new ID.",
};

/** Where the prompt was refused: the same words are not offered again. */
export const editPrompt = "Edit the prompt";
export const lookAgain = "Look again";
export const generateAgain = "Generate again";
export const startOver = "Start over under a new ID…";
export const startOverTitle = "This may be paid for twice";
export const startOverDetail = {
  unknown:
    "Nobody knows yet whether Kirin has the first one. If it has, you pay for both. Waiting for the answer is free.",
  "never-arrived":
    "Kirin did not get the first one, as far as anybody can tell. If it still arrives under its old ID, you pay for both. Sending it again under the same ID cannot be paid twice.",
  lost: "Kirin had the first one, and may have charged for it. A new one is charged in any case.",
  refused:
    "Kirin says that something was made under the first ID, and may have charged for it. A new one is charged in any case.",
} as const;
export const startOverConfirm = "Start over";
export const sameWork = "Your library has the very same request already.";
export const anotherTakeTitle = "Generate the same clip again?";
/** The same request was sent within the last two minutes, but not by this page. */
export const anotherTakeDetail = {
  tab: "You sent this request from another tab a moment ago. A second clip is charged separately.",
  reload:
    "You sent this request a moment ago, before this page was loaded. A second clip is charged separately.",
} as const;
export const anotherTakeConfirm = "Generate another";
export const sendAnyway = "Send anyway";
export const cancel = "Cancel";

/** Shown where the task was found under an ID that had been used before. */
export const adopted =
  "Kirin already had a task under this ID, so the studio took that one over. Nothing was created twice.";
/** Where the creator chose the ID: another request may have had it. */
export const adoptedUnproved =
  "As far as Kirin tells, it is what you asked for. Kirin does not repeat every setting, so have a look.";
export const differs = (parameters: string) =>
  `This task differs from what you asked: ${parameters}.`;
export const differsDetail =
  "Kirin already had a task under this ID, made by another request, and this is that one. To get what you asked for, generate again: that makes a new task, charged on its own.";
/** How a differing parameter is called on the screen. */
export const parameters: Readonly<Record<string, string>> = {
  prompt: "prompt",
  negative_prompt: "negative prompt",
  mode: "mode",
  sound: "sound",
  aspect_ratio: "aspect ratio",
  duration: "duration",
  created_at: "made before you asked",
};
