/** Messages for the details beside a clip. */
import { counted, formatNumber, paragraph, sentence } from "./common.ts";

export const metadata = "Metadata";
export const otherFields = "Other fields";
export const notYet = "Available when the clip is ready";
export const notCreated = "Nothing was created or charged.";
export const notCharged = "None reported. Kirin doesn't charge for failed tasks.";
/** Stands for an object or a list without values. */
export const empty = "Empty";

export const download = "Download";
export const downloadClip = (number: number) => `Download clip ${formatNumber(number)}`;
export const saved = "Saved on this device.";
export const saving = "Saving to this device…";
/** `reason` is a problem's title; `next` a sentence on what happens next. */
export const notSaved = (reason: string, next: string | null) =>
  paragraph("Not saved on this device.", sentence(reason), next);
export const retrying = "Retrying automatically.";
export const saveAgain = "Try saving again";
export const compareWith = "Compare with…";
export const usePrompt = "Reuse prompt";
export const showDetails = "Details";
export const generateAgain = "Generate again";
export const generateAgainFor = (price: string) => `Generate again · ${price}`;
export const soundMissing =
  "Sound was requested and paid for, but Kirin's clip has no sound track.";
export const soundUnplayable =
  "This browser can't play the clip's sound. Download the clip to hear it in another player.";

export const request = "Request as sent";
export const requestToBeSent = "Request to be sent";
export const copyRequest = "Copy request";
export const showAll = "Show all";
export const showLess = "Show less";
export const values = (count: number) => counted(count, "value", "values");

export const times = "Times";
export const requestedAt = "Requested";
export const queueTime = "Time in queue";
export const renderingTime = "Rendering time";
export const totalTime = "Total time";

export const ids = "IDs";
export const taskId = "Kirin task ID";
export const externalTaskId = "Studio task ID";
export const copyTaskId = "Copy Kirin task ID";
export const copyExternalTaskId = "Copy studio task ID";
export const usageAsReported = "Usage as reported";
/** Kirin's own word for the state of the task. */
export const statusAsReported = "Status as reported";
export const technicalDetails = "Technical details";
/** The button of the further actions. */
export const more = "More actions";
export const copyPromptText = "Copy prompt";
export const saveFrame = "Save this frame";
/** Not "Copy prompt", so that only the text box has "Prompt" in its accessible name. */
export const copyPrompt = "Copy text";
export const take = "Take";
export const on = "On";
export const off = "Off";
/** What the clip cost by the unit: "5 s × $0.042 = $0.21". */
export const product = (factors: readonly string[], result: string) =>
  `${factors.join(" × ")} = ${result}`;
export const copied = "Copied";
