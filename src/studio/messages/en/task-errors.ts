/** Messages for tasks that Kirin reports as failed. */
import type { ErrorKind } from "#kirin/refusals/error-codes.ts";
import type { ProblemMessage } from "./problems.ts";

const NOT_CHARGED = "Failed generations aren't charged.";

/** Kirin's own failures, by our names for its error codes. */
export const taskErrors: Readonly<Record<ErrorKind, ProblemMessage>> = {
  internal: {
    title: "Kirin failed to generate the clip",
    detail: `Kirin had an internal error. ${NOT_CHARGED}`,
    action: "Try again. If it keeps failing, simplify the prompt.",
  },
  "result-unreadable": {
    title: "Kirin's result couldn't be read",
    detail: "The task finished, but its result contains no usable clip.",
    action: "Try again. If a cost is shown, contact Kirin's support with the task ID.",
  },
  "http-error": {
    title: "A service behind Kirin returned an error",
    detail: `The content of the request may have been refused. ${NOT_CHARGED}`,
    action: "Read Kirin's message. Change the prompt if it was refused; otherwise try again.",
  },
  "status-check": {
    title: "Kirin lost track of the task",
    detail: `Kirin couldn't read the task's status. ${NOT_CHARGED}`,
    action: "Try again.",
  },
  "task-creation": {
    title: "Kirin couldn't start the task",
    detail: `A setting may be invalid, or the prompt was refused. ${NOT_CHARGED}`,
    action: "Check the prompt and the settings, then generate again.",
  },
};

/** Failures that a business code in Kirin's report explains. */
export const taskRefusals: Readonly<Record<"prompt" | "balance" | "permission", ProblemMessage>> = {
  prompt: {
    title: "Kirin stopped because of the prompt",
    detail: `Kirin's content check doesn't allow its wording. ${NOT_CHARGED}`,
    action: "Change the wording, then generate again. The same wording will fail again.",
  },
  balance: {
    title: "The balance was too low",
    detail: `Your account's balance or resource pack didn't cover this generation. ${NOT_CHARGED}`,
    action: "Top up your Kirin account, then try again.",
  },
  permission: {
    title: "Kirin doesn't permit this model",
    detail: `Your API key has no access to it. ${NOT_CHARGED}`,
    action: "Check the key's permissions, then try again.",
  },
};

/** A failure with no code, or with a code that Kirin doesn't document. */
export const otherTaskError: ProblemMessage = {
  title: "Kirin reported a failure",
  detail: `Kirin's documentation doesn't explain this error. ${NOT_CHARGED}`,
  action: "Read Kirin's message, then try again.",
};
