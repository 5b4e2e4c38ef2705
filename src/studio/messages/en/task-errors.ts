/** What Kirin reports of a task that failed, and what to do. */
import type { ErrorKind } from "#kirin/error-codes.ts";
import type { ProblemWords } from "./problems.ts";

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

/** Failures that a business code in Kirin's report explains. */
export const taskRefusals: Readonly<Record<"prompt" | "balance" | "permission", ProblemWords>> = {
  prompt: {
    title: "Kirin did not allow the prompt",
    detail: `Its content check stopped the generation because of its words. ${NOT_CHARGED}`,
    action: "Change the wording, then generate again. The same words fail again.",
  },
  balance: {
    title: "The balance did not cover this",
    detail: `The balance or the resource pack of your account was too low. ${NOT_CHARGED}`,
    action: "Top up the account of your key, then try again.",
  },
  permission: {
    title: "The key may not do this",
    detail: `Your key has no right to this model. ${NOT_CHARGED}`,
    action: "Check the rights of your key, then try again.",
  },
};

/** A failure with no code, or with one that Kirin's page does not list. */
export const otherTaskError: ProblemWords = {
  title: "Kirin reports a failure",
  detail: `Kirin's reference page does not explain this one. ${NOT_CHARGED}`,
  action: "Read Kirin's message, then try again.",
};
